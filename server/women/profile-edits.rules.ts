import { maskIdentity, maskPhone } from '../secrecy/mask.rules';
import { educations, relations, type ChangedField, type Education, type Relation } from './profile.rules';

/** What a file says, opened: the editor's view of it. Null where nothing is known. */
export interface ProfileFacts {
  readonly name: string;
  readonly phone: string | null;
  readonly identity: string | null;
  readonly bornInYear: number | null;
  readonly householdCode: string | null;
  readonly relation: Relation | null;
  readonly education: Education | null;
  readonly healthLimits: string | null;
  readonly notes: string | null;
}

const editable = [
  ...(['name', 'phone', 'identity', 'bornInYear', 'householdCode'] as const),
  ...(['relation', 'education', 'healthLimits', 'notes'] as const),
];

/** One value that changes, as her history keeps it. */
export interface FieldChange {
  readonly field: ChangedField;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is different after an edit; an empty text is nothing, and a name is never taken out. */
export function changesOf(before: ProfileFacts, edit: Partial<ProfileFacts>): FieldChange[] {
  return editable.flatMap((field) => {
    const wanted = edit[field];
    if (wanted === undefined || (field === 'name' && !wanted)) return [];
    const [was, becomes] = [textOf(before[field]), textOf(wanted)];
    return was === becomes ? [] : [{ field, before: was, after: becomes }];
  });
}

function textOf(value: string | number | null): string | null {
  const text = value === null ? '' : String(value).trim();
  return text === '' ? null : text;
}

/** A value of her history as it may be shown. */
export function sayValue(field: ChangedField, value: string | null): string | null {
  if (value === null) return null;
  if (field === 'phone') return maskPhone(value);
  if (field === 'identity') return maskIdentity(value);
  if (field === 'education') return educations[value as Education] ?? value;
  if (field === 'relation') return relations[value as Relation] ?? value;
  return value;
}
