import { call, CallFailed } from '../../api/call';
import type { components } from '../../api/schema';

export type Run = components['schemas']['RunView'];
type Drafting = components['schemas']['DraftingView'];

const betweenAsksMs = 1_000;

/**
 * Waits for a dry run to be computed, and says meanwhile how far it is.
 *
 * @throws CallFailed when it came to nothing.
 */
export async function drafted(
  began: Promise<Drafting>,
  tell: (percent: number | undefined) => void,
): Promise<Run> {
  try {
    for (let drafting = await began; ;) {
      if (drafting.run) return drafting.run;
      if (drafting.failure) throw new CallFailed('run.draftFailed', drafting.failure);
      tell(drafting.percent);
      await new Promise((resolve) => setTimeout(resolve, betweenAsksMs));
      const { regionCode: region, season } = drafting;
      drafting = await call('GET /api/assignment-runs/drafting', {
        query: { region, season },
      });
    }
  } finally {
    tell(undefined);
  }
}
