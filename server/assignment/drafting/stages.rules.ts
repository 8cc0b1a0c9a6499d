/** What a dry run goes through. */
export const stages = ['reading', 'matching', 'saving', 'done', 'failed'] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, string>> = {
  reading: '读资料',
  matching: '算名额',
  saving: '存结果',
  done: '算好了',
  failed: '没有算成',
};

/** A server that has not said for so long that it works on a draft has stopped in the middle. */
export const silentAfterMs = 60_000;

export function isUnderWay(drafting: { stage: Stage; aliveAt: Date }, now: Date): boolean {
  const isOver = drafting.stage === 'done' || drafting.stage === 'failed';
  return !isOver && now.getTime() - drafting.aliveAt.getTime() < silentAfterMs;
}

/** How much is done in all, in percent. By measure, a large run spends about a third of its time on each of three stages. */
export function shareOfAll({ stage, share }: { stage: Stage; share: number }): number {
  const before: Readonly<Record<Stage, number>> = {
    reading: 0,
    matching: 30,
    saving: 45,
    done: 100,
    failed: 0,
  };
  const weight: Readonly<Record<Stage, number>> = {
    reading: 30,
    matching: 15,
    saving: 55,
    done: 0,
    failed: 0,
  };
  return Math.floor(before[stage] + (weight[stage] * share) / 100);
}
