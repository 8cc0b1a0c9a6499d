import type { Ledger } from './ledger.entity';
import { ledgerFields } from './fields.rules';

/** A ledger that somebody ordered. */
export class LedgerView {
  id: string;
  at: Date;
  byName: string;
  /** 延寿县 六团镇 */
  regionName: string;
  /** Its columns, as they are called. */
  fieldNames: string[];
  isWhole: boolean;
  purpose: string | null;
  women: number;
  /** Whether the reader may still take it away: she ordered it, within the last hour. */
  mayTake: boolean;
}

export function viewLedger(
  { id, at, fields, isWhole, purpose, women }: Ledger,
  names: { byName: string; regionName: string },
  mayTake: boolean,
): LedgerView {
  return {
    id,
    at,
    ...names,
    fieldNames: fields.map((field) => ledgerFields[field]),
    isWhole,
    purpose,
    women,
    mayTake,
  };
}
