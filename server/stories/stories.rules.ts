import type { CheckState } from '../checks/checks.rules';
import type { Refused } from '../http/refusals';
import type { Role } from '../access/roles.rules';

/** Where a story is on its way from the village to the readers. */
export const storyStageNames = {
  writing: '在写',
  township: '等乡镇推荐',
  county: '等区县推荐',
  city: '等市妇联选用',
  sentBack: '退回修改',
  out: '已发布',
  hidden: '已收起',
} as const;

export type StoryStage = keyof typeof storyStageNames;

export const storySteps = ['submit', 'recommend', 'sendBack', 'hide'] as const;
export type StoryStep = (typeof storySteps)[number];

export const storyStepNames: Readonly<Record<StoryStep, string>> = {
  submit: '报送',
  recommend: '推荐',
  sendBack: '退回',
  hide: '收起',
};

export const storyLimits = { title: 40, words: 4_000, photos: 6, alt: 100, said: 200 } as const;

/** Where each step leads; what is not here cannot be done. Hidden stories are written anew, or stay hidden. */
const ways: Readonly<Record<StoryStage, Readonly<Partial<Record<StoryStep, StoryStage>>>>> = {
  writing: { submit: 'township', hide: 'hidden' },
  sentBack: { submit: 'township', hide: 'hidden' },
  township: { recommend: 'county', sendBack: 'sentBack', hide: 'hidden' },
  county: { recommend: 'city', sendBack: 'sentBack', hide: 'hidden' },
  city: { recommend: 'out', sendBack: 'sentBack', hide: 'hidden' },
  out: { hide: 'hidden' },
  hidden: {},
};

/** Who speaks at each stage, and how wide her office must reach at least. A county may speak for a township without one. */
const speakers: Readonly<Partial<Record<StoryStage, readonly { role: Role; longestCode: number }[]>>> = {
  township: [
    { role: 'helper', longestCode: 9 },
    { role: 'county_officer', longestCode: 6 },
  ],
  county: [{ role: 'county_officer', longestCode: 6 }],
  city: [{ role: 'city_officer', longestCode: 4 }],
};

export interface StoryFacts {
  readonly stage: StoryStage;
  readonly checkState: CheckState;
  readonly villageCode: string;
  readonly writtenById: string;
  /** Whoever has recommended it since it was last sent in. */
  readonly recommendedByIds: readonly string[];
  readonly isWhole: boolean;
}

export interface StoryReader {
  readonly accountId: string;
  readonly offices: readonly { readonly role: Role; readonly regionCode: string }[];
}

/** Words and pictures pass the check before anybody but the writer sees them; the city sees what a county recommends. */
export function isSeenBy(story: Omit<StoryFacts, 'recommendedByIds' | 'isWhole'>, by: StoryReader): boolean {
  const reaching = by.offices.filter(({ regionCode }) => story.villageCode.startsWith(regionCode));
  if (story.writtenById === by.accountId) return reaching.length > 0;
  if (story.checkState !== 'passed' || story.stage === 'writing') return false;
  const isAtTheCity = story.stage === 'city' || story.stage === 'out' || story.stage === 'hidden';
  return reaching.some(({ role }) => role === 'helper' || role === 'county_officer' || isAtTheCity);
}

/** Its words are changed while it is its writer's turn, or while the check holds it up. */
export function isOpenToWriting({ stage, checkState }: Pick<StoryFacts, 'stage' | 'checkState'>): boolean {
  return stage === 'writing' || stage === 'sentBack' || (stage === 'township' && checkState !== 'passed');
}

/** Whether somebody may take this step, and where it leads. Three who recommend are three people, and not its writer. */
export function decideStep(
  story: StoryFacts,
  by: StoryReader,
  step: StoryStep,
): { stage: StoryStage } | Refused {
  const stage = ways[story.stage][step];
  if (stage === undefined) return { refused: 'story.stateForbids' };
  if (step === 'submit') {
    if (story.writtenById !== by.accountId) return { refused: 'story.notYours' };
    return story.isWhole ? { stage } : { refused: 'story.empty' };
  }
  const isWriter = story.writtenById === by.accountId;
  if (step === 'hide') {
    const mayHide = isWriter || by.offices.some(({ role, regionCode }) => reaches(role, regionCode, story));
    return mayHide ? { stage } : { refused: 'story.notYours' };
  }
  if (story.checkState !== 'passed') return { refused: 'story.notChecked' };
  if (!by.offices.some((office) => speaksAt(office, story))) return { refused: 'story.notYours' };
  if (isWriter) return { refused: 'story.ownWords' };
  if (step === 'recommend' && story.recommendedByIds.includes(by.accountId))
    return { refused: 'story.onceEach' };
  return { stage };
}

/** At these stages somebody is asked for her word, once the check has passed. */
export function speakersAt(stage: StoryStage): readonly Role[] {
  return (speakers[stage] ?? []).map(({ role }) => role);
}

/** Whether an office lets somebody speak for a story where it stands. */
export function speaksAt(
  { role, regionCode }: StoryReader['offices'][number],
  { stage, villageCode }: Pick<StoryFacts, 'stage' | 'villageCode'>,
): boolean {
  const mayBe = speakers[stage]?.some((one) => one.role === role && regionCode.length <= one.longestCode);
  return mayBe === true && villageCode.startsWith(regionCode);
}

function reaches(role: Role, regionCode: string, { villageCode }: StoryFacts): boolean {
  return (role === 'county_officer' || role === 'city_officer') && villageCode.startsWith(regionCode);
}

/** The words as paragraphs. */
export function paragraphsOf(words: string): string[] {
  return words
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Its first words, where a list shows no more. */
export function summaryOf(words: string, most: number): string {
  const all = [...paragraphsOf(words).join(' ')];
  return all.length <= most ? all.join('') : `${all.slice(0, most - 1).join('')}…`;
}
