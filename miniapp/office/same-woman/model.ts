import { sayInstant } from '../../../server/calendar/days.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type NearPair = Schemas['NearPairView'];
export type NearPage = Schemas['NearPairsPageView'];
export type Preview = Schemas['MergePreviewView'];
export type PastMerge = Schemas['PastMergeView'];

/** The other one of two files. */
export function otherOf({ first, second }: NearPair, id: string): string {
  return first.id === id ? second.id : first.id;
}

/** What stays and what comes over, in sentences; the last ones cannot be undone and are said as such. */
export function sayPreview({ kept, merged, ...preview }: Preview): { comes: string[]; ends: string[] } {
  const { comes, enrolments, needs, marks, certificates, bringsWechat, ends } = preview;
  const rows = [
    ...(needs > 0 ? [`${needs}样想学的`] : []),
    ...(enrolments > 0 ? [`${enrolments}次报名`] : []),
    ...(marks > 0 ? [`${marks}次签到`] : []),
    ...(certificates > 0 ? [`${certificates}张证书`] : []),
  ];
  return {
    comes: [
      `留下“${kept.name}”（${kept.villageName}）这一份，她的编号不变。`,
      ...(comes.length > 0 ? [`补上：${comes.join('、')}。`] : []),
      ...(rows.length > 0 ? [`并过来：${rows.join('、')}。`] : []),
      ...(bringsWechat ? ['她的微信接到这一份上。'] : []),
      `“${merged.name}”那一份不再出现在名单里，两份的修改记录都留着。`,
    ],
    ends: ends.map(
      (title) => `“${title}”报了两次或时间冲突，只留一次；退出的名额会给候补的姐妹，分开也收不回来。`,
    ),
  };
}

export function sayMerge({ keptName, mergedName, byName, at, undoneAt }: PastMerge): string {
  const who = keptName === mergedName ? keptName : `${mergedName} → ${keptName}`;
  return `${who} · ${byName} ${sayInstant(new Date(at))}${undoneAt ? ' · 已分开' : ''}`;
}

/** What stands above the list. */
export function sayList({ total, waiting }: NearPage): string {
  const some = total > 0 ? `有${total}对档案可能是同一个人，请看一看。` : '眼下没有要核对的档案。';
  return waiting > 0 ? `${some}还有${waiting}份档案正在比对，过一会儿再来看。` : some;
}

export const perPage = 10;
