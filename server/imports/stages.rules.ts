/**
 * What an import goes through. `stopped` came to nothing, `failed` was written in part at most, `dropped` was thrown away
 * before it wrote anything, `kept` is too old to be undone.
 */
export const stages = [
  'reading',
  'ready',
  'writing',
  'done',
  'kept',
  'stopped',
  'failed',
  'dropped',
  'undone',
] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, string>> = {
  reading: '正在看表格',
  ready: '等您确认',
  writing: '正在写入',
  done: '已导入',
  kept: '已导入',
  stopped: '没有读成',
  failed: '没有写完',
  dropped: '不导入了',
  undone: '已撤回',
};

/** A server that has not said for so long that it works on an import has stopped in the middle. */
export const silentAfterMs = 60_000;

/** What may be done with it at each stage. What failed is tried again, or leaves nothing behind. */
export function mayDo({ stage, opened }: { readonly stage: Stage; readonly opened: number }): {
  confirm: boolean;
  drop: boolean;
  undo: boolean;
} {
  const hasFailed = stage === 'failed';
  return {
    confirm: stage === 'ready' || hasFailed,
    drop: stage === 'ready' || stage === 'stopped' || (hasFailed && opened === 0),
    undo: stage === 'done' || (hasFailed && opened > 0),
  };
}
