import type { components } from '../../api/schema';

type ImportView = components['schemas']['ImportView'];
export type Verdict = components['schemas']['ImportRowView']['verdict'];

/** The verdicts of which there are rows, those that want a look first. */
export function tabsOf({
  nearRows,
  wrongRows,
  newRows,
  sameRows,
}: Pick<ImportView, 'nearRows' | 'wrongRows' | 'newRows' | 'sameRows'>): {
  verdict: Verdict;
  says: string;
}[] {
  const tabs = [
    { verdict: 'wrong' as const, rows: wrongRows, says: '有错' },
    { verdict: 'near' as const, rows: nearRows, says: '可能已有' },
    { verdict: 'new' as const, rows: newRows, says: '新档案' },
    { verdict: 'same' as const, rows: sameRows, says: '已有档案' },
  ];
  return tabs
    .filter(({ rows }) => rows > 0)
    .map(({ verdict, rows, says }) => ({ verdict, says: `${says} ${rows}` }));
}

/** Whether a server still works on it, so that the page asks again. */
export function isUnderWay({ stage }: Pick<ImportView, 'stage'>): boolean {
  return stage === 'reading' || stage === 'writing';
}

/** How far it is, in one line. */
export function stageLineOf({
  stage,
  stageName,
  opened,
}: Pick<ImportView, 'stage' | 'stageName' | 'opened'>): string {
  if (stage === 'done' || stage === 'kept') return `已导入，新建了${opened}份档案`;
  return stage === 'failed' ? `${stageName}，已经新建了${opened}份档案` : stageName;
}

/** What else was seen in the file, where there is anything to say. */
export function remarksOn({
  columns,
  unused,
  otherSheets,
}: Pick<ImportView, 'columns' | 'unused' | 'otherSheets'>): string[] {
  return [
    ...(columns.length > 0 ? [`认出的列：${columns.join('、')}`] : []),
    ...(unused.length > 0 ? [`没有用到的列：${unused.join('、')}`] : []),
    ...(otherSheets > 0 ? [`只看了第一张表，另外${otherSheets}张没有看`] : []),
  ];
}
