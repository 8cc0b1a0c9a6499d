import type { RecordedDeed } from './records.rules';

/** A deed on record. Of a woman her id alone. */
export class RecordView {
  id: string;
  at: Date;
  deed: RecordedDeed;
  /** As shown: 查看完整号码 */
  deedName: string;
  byAccountId: string;
  /** The name of the one who did it. */
  byName: string;
  regionCode: string;
  /** As shown: 延寿县 六团镇 */
  regionName: string;
  womanId: string | null;
  /** The purpose that was given, or what was done. */
  said: string;
}

export class RecordsPageView {
  records: RecordView[];
  /** How many there are in all, over all pages. */
  total: number;
}
