import { recordedDeeds, type RecordedDeed } from '../../../server/records/records.rules';

/** What the auditor can look for: every deed, or one kind. */
export const deedChoices: readonly (readonly [RecordedDeed | '', string])[] = [
  ['', '全部'],
  ...(Object.entries(recordedDeeds) as [RecordedDeed, string][]),
];

export interface RecordsFilter {
  readonly deed: RecordedDeed | '';
  readonly from: string;
  readonly to: string;
  readonly account: string;
}

/** What is asked of the server: nothing for what was not chosen. */
export function queryOf({ deed, from, to, account }: RecordsFilter, page: number, size: number) {
  return {
    deed: deed || undefined,
    from: from || undefined,
    to: to || undefined,
    account: account || undefined,
    page,
    size,
  };
}
