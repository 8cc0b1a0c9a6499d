import {
  decideAppeal,
  decideByPerson,
  stateAfter,
  waitAfter,
  worstState,
} from '../../server/checks/checks.rules';
import {
  decideStep,
  isOpenToWriting,
  isSeenBy,
  paragraphsOf,
  summaryOf,
  type StoryFacts,
  type StoryReader,
} from '../../server/stories/stories.rules';

const village = '230129101201';
const story = (other: Partial<StoryFacts> = {}): StoryFacts => ({
  ...{ stage: 'township', checkState: 'passed', villageCode: village, writtenById: 'writer' },
  ...{ recommendedByIds: [], isWhole: true },
  ...other,
});
const who = (accountId: string, role: string, regionCode: string): StoryReader => ({
  accountId,
  offices: [{ role: role as 'helper', regionCode }],
});
const writer = who('writer', 'helper', village);
const neighbour = who('neighbour', 'helper', village);
const township = who('township', 'helper', '230129101');
const county = who('county', 'county_officer', '230129');
const otherCounty = who('other', 'county_officer', '230126');
const city = who('city', 'city_officer', '2301');

describe('The way of a story', () => {
  it.each([
    ['writing', writer, 'submit', 'township'],
    ['sentBack', writer, 'submit', 'township'],
    ['writing', neighbour, 'submit', 'story.notYours'],
    ['township', township, 'recommend', 'county'],
    ['township', county, 'recommend', 'county'],
    ['township', neighbour, 'recommend', 'story.notYours'],
    ['township', writer, 'submit', 'story.stateForbids'],
    ['county', county, 'recommend', 'city'],
    ['county', otherCounty, 'recommend', 'story.notYours'],
    ['county', township, 'recommend', 'story.notYours'],
    ['city', city, 'recommend', 'out'],
    ['city', county, 'recommend', 'story.notYours'],
    ['city', city, 'sendBack', 'sentBack'],
    ['out', city, 'hide', 'hidden'],
    ['out', writer, 'hide', 'hidden'],
    ['out', neighbour, 'hide', 'story.notYours'],
    ['hidden', city, 'recommend', 'story.stateForbids'],
  ] as const)('from %s, by %p, with %s leads to %s', (stage, by, step, leads) => {
    const decision = decideStep(story({ stage }), by, step);
    expect('refused' in decision ? decision.refused : decision.stage).toBe(leads);
  });

  it('is not taken without words, before its check, by its writer, or twice by one person', () => {
    const refusal = (facts: Partial<StoryFacts>, by: StoryReader, step: 'submit' | 'recommend') =>
      decideStep(story(facts), by, step);
    expect(refusal({ stage: 'writing', isWhole: false }, writer, 'submit')).toEqual({
      refused: 'story.empty',
    });
    for (const checkState of ['pending', 'unknown', 'doubtful', 'refused'] as const)
      expect(refusal({ checkState }, township, 'recommend')).toEqual({ refused: 'story.notChecked' });
    expect(refusal({ writtenById: 'county' }, county, 'recommend')).toEqual({ refused: 'story.ownWords' });
    expect(refusal({ stage: 'county', recommendedByIds: ['county'] }, county, 'recommend')).toEqual({
      refused: 'story.onceEach',
    });
  });

  it.each([
    ['writing', 'passed', [true, false, false, false, false, false]],
    ['township', 'pending', [true, false, false, false, false, false]],
    ['township', 'unknown', [true, false, false, false, false, false]],
    ['township', 'refused', [true, false, false, false, false, false]],
    ['township', 'passed', [true, true, true, true, false, false]],
    ['county', 'passed', [true, true, true, true, false, false]],
    ['city', 'passed', [true, true, true, true, true, false]],
    ['out', 'passed', [true, true, true, true, true, false]],
  ] as const)(
    'at %s, its check %s, is seen by writer, village, township, county, city, another county: %p',
    (stage, checkState, seen) =>
      expect(
        [writer, neighbour, township, county, city, otherCounty].map((by) =>
          isSeenBy(story({ stage, checkState }), by),
        ),
      ).toEqual(seen),
  );

  it('is written on while it is its writer’s turn, or the check holds it up', () => {
    const open = (stage: StoryFacts['stage'], checkState: StoryFacts['checkState']) =>
      isOpenToWriting({ stage, checkState });
    expect([open('writing', 'pending'), open('sentBack', 'passed'), open('township', 'refused')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([open('township', 'passed'), open('county', 'passed'), open('out', 'passed')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is cut to a summary between letters, and into paragraphs by its lines', () => {
    expect(paragraphsOf(' 一 \n\n二')).toEqual(['一', '二']);
    expect(summaryOf('一二三四五', 5)).toBe('一二三四五');
    expect(summaryOf('一二三四五六', 5)).toBe('一二三四…');
  });
});

describe('A check', () => {
  it.each([
    [[], 'pending'],
    [['passed', 'passed'], 'passed'],
    [['passed', 'pending'], 'pending'],
    [['pending', 'unknown'], 'unknown'],
    [['unknown', 'doubtful'], 'doubtful'],
    [['refused', 'passed', 'doubtful'], 'refused'],
  ] as const)('of parts that stand %p stands %s as a whole', (parts, whole) =>
    expect(worstState(parts)).toBe(whole),
  );

  it('passes, is refused or waits for a person, as WeChat says; silence is asked again, later each time', () => {
    expect((['pass', 'risky', 'review'] as const).map(stateAfter)).toEqual(['passed', 'refused', 'doubtful']);
    expect([0, 1, 2, 5, 6, 60].map((tries) => waitAfter(tries) / 60_000)).toEqual([1, 2, 4, 32, 60, 60]);
  });

  const check = { state: 'refused', byAccountId: 'writer', appealById: null, decidedById: null } as const;
  it('is appealed once, and never against a person', () => {
    expect(decideAppeal(check)).toEqual({});
    for (const other of [{ appealById: 'a' }, { decidedById: 'b' }, { state: 'passed' as const }])
      expect(decideAppeal({ ...check, ...other })).toEqual({ refused: 'check.stateForbids' });
  });

  it('is decided by a person who neither sent it nor appealed', () => {
    const appealed = { ...check, appealById: 'helper' };
    expect(decideByPerson(check, 'county')).toEqual({ refused: 'check.stateForbids' });
    expect(decideByPerson(appealed, 'county')).toEqual({});
    expect(decideByPerson({ ...check, state: 'doubtful' }, 'county')).toEqual({});
    for (const one of ['writer', 'helper'])
      expect(decideByPerson(appealed, one)).toEqual({ refused: 'check.ownWords' });
    expect(decideByPerson({ ...appealed, decidedById: 'county' }, 'city')).toEqual({
      refused: 'check.stateForbids',
    });
  });
});
