import { isDay, type Day } from '../calendar/days.rules';
import { brokenCell, type Cell } from '../files/sheets/cells.rules';
import { isName, isPhone, tidyPhone } from '../http/fields.rules';
import { readIdentity, type IdentityFacts } from '../women/identity.rules';
import { educations, longest, relations, type Education, type Relation } from '../women/profile.rules';
import type { FaultCode } from './faults';
import { fields, type Field, type Layout } from './headings.rules';

/** What is wrong with a row: in which cell, and why. */
export interface Fault {
  /** Null where it is the row as a whole. */
  readonly field: Field | null;
  readonly code: FaultCode;
  /** The other row of the same file, where it is about two. */
  readonly row?: number;
}

/** A woman as her row says. */
export interface RowFacts {
  readonly name: string;
  readonly villageCode: string;
  readonly phone?: string;
  readonly identity?: IdentityFacts;
  readonly bornInYear?: number;
  readonly householdCode?: string;
  readonly relation?: Relation;
  readonly education?: Education;
  readonly notes?: string;
  readonly poverty?: { readonly source: string; readonly asOf: Day };
}

export interface RowSurroundings {
  readonly columns: Layout['columns'];
  readonly today: Day;
  /** The village that these names mean. */
  readonly villageOf: (said: SaidPlace) => { readonly villageCode: string } | { readonly fault: PlaceFault };
}

export interface SaidPlace {
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly villageCode: string;
}

export interface PlaceFault {
  readonly field: Field;
  readonly code: FaultCode;
}

/** Reads the cells of one row; everything that is wrong with it is said at once. */
export function readRow(
  cells: readonly Cell[],
  { columns, today, villageOf }: RowSurroundings,
): { readonly facts: RowFacts } | { readonly faults: Fault[] } {
  const found: Fault[] = [];
  const wrong = (field: Field, code: FaultCode) => void found.push({ field, code });
  const cell = (field: Field): Cell => {
    const value = columns[field] === undefined ? null : (cells[columns[field]] ?? null);
    return value === brokenCell ? null : value;
  };
  if (cells.includes(brokenCell))
    for (const field of fields)
      if (columns[field] !== undefined && cells[columns[field]] === brokenCell) wrong(field, 'cell.broken');
  const text = (field: Field) => String(cell(field) ?? '').trim();
  const short = (field: 'householdCode' | 'notes' | 'povertySource') => {
    const value = text(field);
    if (value.length > longest[field] && [...value].length > longest[field]) wrong(field, 'text.tooLong');
    return value === '' ? undefined : value;
  };
  const oneOf = <Key extends string>(field: Field, keyOf: ReadonlyMap<string, Key>) => {
    const said = text(field);
    if (said === '') return undefined;
    const known = keyOf.get(said) ?? keyOf.get(tidyWord(said));
    if (known === undefined && tidyWord(said) !== '') wrong(field, 'word.unknown');
    return known;
  };

  const name = tidyName(text('name'));
  if (name === '') wrong('name', 'name.missing');
  else if (!isName(name)) wrong('name', 'name.wrong');
  const place = villageOf({
    ...{ county: text('county'), township: text('township') },
    ...{ village: text('village'), villageCode: tidyPhone(text('villageCode')) },
  });
  if ('fault' in place) wrong(place.fault.field, place.fault.code);
  const identity = identityIn(cell('identity'), today);
  if (identity && 'code' in identity) wrong('identity', identity.code);
  const phone = tidyPhone(text('phone'));
  if (phone !== '' && !isPhone(phone)) wrong('phone', 'phone.wrong');
  const bornInYear = yearIn(cell('bornInYear'));
  if (bornInYear === 'wrong') wrong('bornInYear', 'year.wrong');
  else if (bornInYear && identity && 'bornOn' in identity && !identity.bornOn.startsWith(String(bornInYear)))
    wrong('bornInYear', 'year.differs');
  const relation = oneOf('relation', relationOf);
  const education = oneOf('education', educationOf);
  const householdCode = short('householdCode');
  const notes = short('notes');
  const isPoor = oneOf('isPoor', answerOf) === 'yes';
  const source = short('povertySource');
  const asOf = dayIn(cell('povertyAsOf'));
  if (isPoor && (!source || source.length < 2)) wrong('povertySource', 'poverty.sourceNeeded');
  if (isPoor && (!asOf || asOf > today)) wrong('povertyAsOf', 'poverty.dayNeeded');

  if (found.length > 0 || !('villageCode' in place)) return { faults: found };
  return {
    facts: {
      ...{ name, villageCode: place.villageCode },
      ...(phone !== '' && { phone }),
      ...(identity && 'bornOn' in identity && { identity }),
      ...(typeof bornInYear === 'number' && { bornInYear }),
      ...(householdCode !== undefined && { householdCode }),
      ...(relation && { relation }),
      ...(education && { education }),
      ...(notes !== undefined && { notes }),
      ...(isPoor && source && asOf && { poverty: { source, asOf } }),
    },
  };
}

/** The seventeen digits of a whole number do not fit a spreadsheet's: it kept fifteen, and nobody knows the others. */
function identityIn(cell: Cell, today: Day): IdentityFacts | { readonly code: FaultCode } | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return { code: 'identity.rounded' };
  const read = readIdentity(String(cell), today);
  return 'refused' in read ? { code: read.refused as FaultCode } : read;
}

/** 王　芳 is 王芳, and the dots that stand for the one in 阿依古丽·买买提 are that dot. */
export function tidyName(text: string): string {
  const name = text
    .replace(/[•‧∙・●]/g, '·')
    .replace(/\s+/g, ' ')
    .trim();
  return name.includes(' ') && /^[\p{Script=Han} ]+$/u.test(name) ? name.replace(/ /g, '') : name;
}

function tidyWord(text: string): string {
  return text.normalize('NFKC').replace(/[\s、,/]/g, '');
}

function yearIn(cell: Cell): number | 'wrong' | undefined {
  if (cell === null) return undefined;
  const day = dayIn(cell);
  const year = day
    ? Number(day.slice(0, 4))
    : Number(/^(\d{4})(年|年?[./-]?\d{1,2}月?)?$/.exec(tidyWord(String(cell)))?.[1]);
  return year >= 1930 && year <= 2015 ? year : 'wrong';
}

/** 2026-06-30, 2026/6/30, 2026年6月30日, 20260630, or the number by which a spreadsheet keeps that day. */
export function dayIn(cell: Cell): Day | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'number' && cell > 10_000 && cell < 80_000)
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(cell) * 86_400_000).toISOString().slice(0, 10);
  const text = tidyWordOfDay(String(cell));
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-.年](\d{1,2})[-.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}

function tidyWordOfDay(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(/\//g, '-');
}

/** Which of them a word means. */
function byWord<Key extends string>(
  words: Readonly<Record<Key, readonly string[]>>,
): ReadonlyMap<string, Key> {
  const keys = Object.keys(words) as Key[];
  return new Map(keys.flatMap((key) => words[key].map((word) => [word, key] as const)));
}

const answerOf = byWord({
  yes: ['是', '有', '√', '✓', '1', 'Y', 'y', '建档立卡', '在册'],
  no: ['否', '无', '不是', '×', '0', 'N', 'n', '不在册'],
});

/** Ours, and the words of registers that mean the same. */
const relationOf = byWord<Relation>({
  head: [relations.head, '本人', '本人(户主)'],
  spouse: [relations.spouse, '妻子', '妻', '之妻'],
  daughter: [relations.daughter, '之女', '长女', '次女', '三女', '女'],
  daughter_in_law: [relations.daughter_in_law, '之儿媳', '媳妇'],
  mother: [relations.mother, '之母'],
  other: [relations.other, '其它'],
});

const educationOf = byWord<Education>({
  none: [educations.none, '文盲', '文盲或半文盲', '半文盲', '未上学', '无'],
  primary: [educations.primary, '小学文化', '小学毕业'],
  junior: [educations.junior, '初级中学', '初中毕业'],
  senior: [tidyWord(educations.senior), '高中', '中专', '高中及中专', '中技', '职高', '普通高中'],
  college: [educations.college, '大专', '本科', '大学', '大学本科', '专科', '研究生', '本科及以上'],
});
