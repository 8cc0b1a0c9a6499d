import type { TagTone } from '../../components/tag/tag';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

/** Where it stands, in a word: while the check holds it up, that comes first. */
export function sayStand(
  story: Pick<Schemas['StorySummaryView'], 'stage' | 'stageName' | 'checkState' | 'checkStateName'>,
): { says: string; tone: TagTone } {
  const { stage, stageName, checkState, checkStateName } = story;
  if (stage === 'township' && checkState !== 'passed')
    return { says: checkStateName, tone: checkState === 'refused' ? 'ask' : 'wait' };
  const tone = ({ out: 'good', sentBack: 'ask', writing: 'still', hidden: 'still' } as const)[stage as 'out'];
  return { says: stageName, tone: tone ?? 'wait' };
}

/** 今年目标6个，已发布2个（1个还看得到），路上3个 */
export function sayCount({ target, out, shown, onTheWay }: Schemas['StoryCountView']): string {
  const goal = target === null ? '还没有定目标' : `目标${target}个`;
  const came = shown === out ? `已发布${out}个` : `已发布${out}个（现在还看得到${shown}个）`;
  return [goal, came, ...(onTheWay > 0 ? [`正在报送${onTheWay}个`] : [])].join('，');
}

/** The target as it was typed; undefined while it cannot be sent. */
export function targetOf(
  typed: { stories: string; source: string },
  regionCode: string,
  year: number,
): Schemas['StoryTargetDto'] | undefined {
  const stories = Number(typed.stories);
  const isNumber = /^\d{1,5}$/.test(typed.stories.trim()) && stories <= 10_000;
  const source = typed.source.trim();
  return isNumber && source !== '' ? { regionCode, year, stories, source } : undefined;
}
