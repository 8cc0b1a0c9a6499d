import type { components } from '../../api/schema';
import { routes } from '../../routes';
import { looksToTell } from '../glass/model';

type Schemas = components['schemas'];

export interface DeskFacts {
  readonly demand: Schemas['DemandView'];
  readonly batches: readonly Schemas['BatchView'][];
  /** Batches that are not open yet. */
  readonly plans: readonly Schemas['BatchView'][];
  readonly runs: readonly Schemas['RunSummaryView'][];
  readonly looks: readonly Schemas['BreakGlassView'][];
  readonly corrections: readonly Schemas['CorrectionView'][];
  /** Pairs of files that may be one woman. */
  readonly near: number;
}

/** The desk's figures, and what waits to be done, the most urgent first. */
export function summarise(
  { demand, batches, plans, runs, looks, corrections, near }: DeskFacts,
  now: Date,
): {
  women: number;
  openBatches: Schemas['BatchView'][];
  seats: number;
  taken: number;
  tasks: { says: string; url: string }[];
} {
  const open = batches.filter(({ state }) => state === 'open');
  const sum = (key: 'capacity' | 'taken') => open.reduce((total, batch) => total + batch[key], 0);
  const toAssign = batches.filter(
    ({ admission, state }) => admission === 'assignment' && (state === 'open' || state === 'closed'),
  );
  const drafted = runs.find(({ state }) => state === 'drafted');
  const reviewed = runs.find(({ state }) => state === 'reviewed');
  const approved = plans.filter(({ state }) => state === 'approved');
  const tasks = [
    ...looksToTell(looks, now).map((says) => ({ says, url: routes.glass() })),
    ...(corrections.length > 0
      ? [{ says: `${corrections.length}条补签等您确认`, url: routes.corrections() }]
      : []),
    ...(reviewed ? [{ says: '分配结果已核对，等您公布', url: routes.run(reviewed.id) }] : []),
    ...(drafted ? [{ says: '有一次试算，等您核对', url: routes.run(drafted.id) }] : []),
    ...(approved.length > 0
      ? [{ says: `${approved.length}个班批准了，可以开班`, url: routes.officeBatches('plans') }]
      : []),
    ...(toAssign.length > 0 && !drafted && !reviewed
      ? [{ says: `${toAssign.length}个班等着分配`, url: routes.runs() }]
      : []),
    ...(near > 0 ? [{ says: `${near}对档案可能是同一个人，请核对`, url: routes.sameWoman() }] : []),
    ...(open.length === 0 ? [{ says: '还没有正在报名的班，看看大家想学什么', url: routes.demand() }] : []),
  ];
  return { women: demand.women, openBatches: open, seats: sum('capacity'), taken: sum('taken'), tasks };
}
