import { newId } from '../database/new-id';
import type { Seal } from '../secrecy/seal';
import type { WomanChange } from './change.entity';
import type { ChangedField } from './profile.rules';

/** A row of her history; what was and what became of it are sealed. Writes nothing. */
export function changeRow(
  seal: Seal,
  womanId: string,
  field: ChangedField,
  before: string | null,
  after: string | null,
  byAccountId: string,
  at: Date,
): WomanChange {
  const sealed = (text: string | null) => (text === null ? null : seal.seal(text));
  return {
    ...{ id: newId(), womanId, at, byAccountId, field },
    ...{ beforeSealed: sealed(before), afterSealed: sealed(after) },
  };
}
