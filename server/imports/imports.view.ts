import { refusals } from '../http/refusals';
import type { Import } from './import.entity';
import { mayDo, stageNames, type Stage } from './stages.rules';
import type { Verdict } from './verdicts.rules';

/** A register that was brought in, and how far it is. */
export class ImportView {
  id: string;
  fileName: string;
  /** 延寿县 */
  regionName: string;
  byName: string;
  createdAt: Date;
  stage: Stage;
  /** As shown: 等您确认 */
  stageName: string;
  /** Of the stage, in percent: of the sheet that is read, or of the rows that are written. */
  share: number;
  /** Why it came to nothing, or was not written to its end, as a sentence. */
  failure: string | null;
  /** Columns of the file that were understood, by their own names. */
  columns: string[];
  /** Columns that say something we do not keep. */
  unused: string[];
  /** Sheets of the workbook that were not read. */
  otherSheets: number;
  rowCount: number;
  newRows: number;
  sameRows: number;
  nearRows: number;
  wrongRows: number;
  /** Files that it opened. */
  opened: number;
  confirmedAt: Date | null;
  undoneAt: Date | null;
  abilities: ImportAbilitiesView;
}

export class ImportAbilitiesView {
  confirm: boolean;
  drop: boolean;
  undo: boolean;
  /** To take home the rows that were left out: whoever brought them. */
  takeLeftOut: boolean;
}

export class ImportRowView {
  /** The row's number in the file. */
  n: number;
  verdict: Verdict;
  name: string;
  /** What is wrong, each with its cell: `C12 手机号：……` */
  reasons: string[];
  /** Files that may be hers, or are. */
  known: KnownFileView[];
  /** An officer said that she is another woman: she is written. */
  isAnother: boolean;
}

export class KnownFileView {
  id: string;
  name: string;
  villageName: string;
  bornInYear: number | null;
  /** Masked. */
  phone: string | null;
}

export class ImportRowsView {
  rows: ImportRowView[];
  /** How many there are in all, over all pages. */
  total: number;
}

export function viewImport(
  one: Import,
  names: { byName: string; regionName: string },
  readerId: string,
): ImportView {
  const { id, fileName, createdAt, stage, share, otherSheets, rowCount, confirmedAt, undoneAt } = one;
  const { newRows, sameRows, nearRows, wrongRows, opened, failure, layout } = one;
  const { titles = [], columns = {}, unused = [] } = layout ?? {};
  const hasRows = stage === 'ready' || stage === 'done' || stage === 'writing' || stage === 'failed';
  return {
    ...{ id, fileName, createdAt, stage, share, otherSheets, rowCount, confirmedAt, undoneAt },
    ...{ newRows, sameRows, nearRows, wrongRows, opened, ...names },
    stageName: stageNames[stage],
    failure: failure && refusals[failure][1],
    columns: Object.values(columns).map((column) => titles[column] ?? ''),
    unused: [...unused],
    abilities: {
      ...mayDo(one),
      takeLeftOut: hasRows && wrongRows + nearRows > 0 && one.byAccountId === readerId,
    },
  };
}
