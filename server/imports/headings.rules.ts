import type { Cell } from '../files/sheets/cells.rules';

/** What a column of a register may hold, with the names under which villages and townships write it; the first is ours. */
export const headings = {
  name: ['姓名', '妇女姓名', '名字', '人员姓名', '本人姓名'],
  identity: ['身份证号', '身份证号码', '身份证', '公民身份号码', '证件号码', '证件号', '居民身份证号'],
  phone: ['手机号', '手机号码', '手机', '电话', '联系电话', '联系方式', '电话号码', '本人电话'],
  county: ['区县', '县', '县区', '区', '所在区县', '县市区'],
  township: ['乡镇', '所在乡镇', '乡镇街道', '街道', '镇', '乡', '乡镇名称'],
  village: ['村', '所在村', '村名', '行政村', '村社区', '社区', '所在的村', '村委会', '村屯', '居住村'],
  villageCode: ['村编码', '村代码', '行政区划代码', '区划代码', '村区划代码'],
  bornInYear: ['出生年份', '出生年', '出生年月', '出生日期', '出生'],
  householdCode: ['户编号', '户号', '户编码', '家庭编号'],
  relation: ['与户主关系', '与户主的关系', '户主关系', '关系'],
  education: ['文化程度', '学历', '受教育程度'],
  isPoor: ['建档立卡', '是否建档立卡', '是否贫困', '是否贫困户', '建档立卡户', '贫困户'],
  povertySource: ['名册名称', '贫困来源', '建档立卡来源', '名册'],
  povertyAsOf: ['名册日期', '建档立卡日期', '认定日期'],
  notes: ['备注', '说明'],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof headings;

export const fields = Object.keys(headings) as Field[];

/** As the column is called in the template and in reasons. */
export function titleOf(field: Field): string {
  return headings[field][0];
}

/** Where the columns are, and where the rows of people begin. */
export interface Layout {
  /** The column of each field that was found. */
  readonly columns: { readonly [Of in Field]?: number };
  /** What stands above each column, for the file of wrong rows. */
  readonly titles: readonly string[];
  /** Columns that say something we do not keep. */
  readonly unused: readonly string[];
  /** How many of the rows given are headings, or stand above them. */
  readonly rowsAbove: number;
}

const fieldOf = new Map<string, Field>(
  fields.flatMap((field) => headings[field].map((heading) => [heading, field] as const)),
);

/** Headings stand in one of the first rows, below a title and a line of notes. */
export const rowsToSearch = 20;

/**
 * Finds the headings: the row in which most are known, or two rows of which the upper one groups the lower (住址 over
 * 乡镇 and 村). Names of columns are compared without spaces, signs and remarks in brackets.
 *
 * @returns undefined where no row has a column of names.
 */
export function layoutOf(rows: readonly (readonly Cell[])[]): Layout | undefined {
  let best: { found: number; at: number; depth: 1 | 2; titles: string[] } | undefined;
  // Two rows only where they say more than one of them alone.
  for (const depth of [1, 2] as const)
    for (let at = 0; at < Math.min(rows.length, rowsToSearch); at += 1) {
      const lower = depth === 2 ? rows[at + 1] : undefined;
      if (depth === 2 && (!lower || !isHeading(lower))) continue;
      const titles = titlesOf(rows[at]!, lower);
      const columns = columnsOf(titles);
      const found = Object.keys(columns).length;
      if (columns.name !== undefined && found > (best?.found ?? 0)) best = { found, at, depth, titles };
    }
  if (!best) return undefined;
  const { titles, at, depth } = best;
  const columns = columnsOf(titles);
  const used = new Set<number>(Object.values(columns));
  const unused = titles.filter((title, column) => title !== '' && !used.has(column) && !isPlace(title));
  return { columns, titles, unused, rowsAbove: at + depth };
}

/** A second row of headings holds no person: no number of any kind stands in it. */
function isHeading(row: readonly Cell[]): boolean {
  return (
    row.some((cell) => typeof cell === 'string' && fieldOf.has(tidyHeading(cell))) &&
    row.every((cell) => cell === null || (typeof cell === 'string' && !/\d{4}/.test(cell)))
  );
}

function titlesOf(upper: readonly Cell[], lower: readonly Cell[] | undefined): string[] {
  const columns = Math.max(upper.length, lower?.length ?? 0);
  return Array.from({ length: columns }, (_, column) => {
    const [above, below] = [sayCell(upper[column]), sayCell(lower?.[column])];
    return fieldOf.has(tidyHeading(below)) || above === ''
      ? below
      : below === ''
        ? above
        : `${above}${below}`;
  });
}

/** Of two columns with one meaning the first is read. */
function columnsOf(titles: readonly string[]): Layout['columns'] {
  const columns: { [Of in Field]?: number } = {};
  titles.forEach((title, column) => {
    const field = fieldOf.get(tidyHeading(title));
    if (field && columns[field] === undefined) columns[field] = column;
  });
  return columns;
}

/** `序号` says which row it is: nobody misses it. */
function isPlace(title: string): boolean {
  return ['序号', '编号', '行号', 'no'].includes(tidyHeading(title).toLowerCase());
}

/** `＊ 姓　名（必填）：` is 姓名. */
export function tidyHeading(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s*★☆:;,.、/\\|·_-]/g, '');
}

function sayCell(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
