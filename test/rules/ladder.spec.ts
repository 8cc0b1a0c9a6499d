import {
  firstStep,
  hurryFrom,
  nextStep,
  rungs,
  ways,
  whenToDisturb,
  type AttemptResult,
  type Standing,
} from '../../server/notices/ladder.rules';
import { endOf, noticeEvents, sayOnThePhone } from '../../server/notices/notices.rules';

const waking = { from: 8, until: 20, restDays: [] };
const ten = new Date('2026-11-23T02:00:00Z');
const hours = (count: number) => new Date(ten.getTime() + count * 3_600_000);
const offered: Standing = {
  ...{ event: 'offered', rung: 'wechat', tries: 1, hurryAt: null, endsAt: null, mayBeCalled: true },
};

describe('The table of notices', () => {
  it.each(noticeEvents)('has %s climb upwards only', (event) => {
    const hers = ways[event]?.rungs ?? [];
    expect([...hers].sort((one, other) => rungs.indexOf(one) - rungs.indexOf(other))).toEqual([...hers]);
  });

  it('leaves to the inbox what she has just tapped herself, and articles', () => {
    const quiet = noticeEvents.filter((event) => firstStep(event, ten, waking, null) === undefined);
    expect(quiet).toEqual(['applied', 'enrolled', 'waiting', 'feedback', 'article']);
  });

  it('begins everything else with WeChat', () => {
    expect(firstStep('offered', ten, waking, null)).toEqual({
      ...{ rung: 'wechat', dueAt: ten, tries: 0, reachedBy: null },
    });
  });
});

describe('The ladder', () => {
  it.each<[AttemptResult, Partial<Standing>, string]>([
    ['sent', {}, 'over, by wechat'],
    ['refused', {}, 'sms at 10:00'],
    ['unknown', {}, 'sms at 10:00'],
    ['skipped', {}, 'sms at 10:00'],
    ['later', {}, 'wechat at 10:01'],
    ['later', { tries: 2 }, 'wechat at 10:02'],
    ['later', { tries: 9 }, 'wechat at 10:30'],
    ['later', { tries: 10 }, 'sms at 10:00'],
    ['later', { tries: 3, hurryAt: hours(0.05) }, 'sms at 10:00'],
    ['later', { tries: 3, hurryAt: hours(1) }, 'wechat at 10:05'],
    ['sent', { rung: 'sms' }, 'over, by sms'],
    ['refused', { rung: 'sms' }, 'call'],
    ['told', { rung: 'call' }, 'over, by call'],
    ['told_in_person', { rung: 'call' }, 'over, by call'],
    ['no_answer', { rung: 'call' }, 'call'],
    ['no_answer', { rung: 'call', tries: 3 }, 'board'],
    ['wrong_number', { rung: 'call' }, 'board'],
    ['hung', { rung: 'board' }, 'over, by board'],
    ['no_answer', { rung: 'call', event: 'offer_lapsing', tries: 3 }, 'call'],
    ['wrong_number', { rung: 'call', event: 'tomorrow' }, 'call'],
    ['refused', { rung: 'sms', event: 'lapsed' }, 'over'],
    ['refused', { event: 'completed' }, 'over'],
    ['refused', { mayBeCalled: false }, 'sms at 10:00'],
    ['refused', { rung: 'sms', mayBeCalled: false }, 'over'],
  ])('after %s with %j: %s', (result, other, expected) => {
    const { rung, dueAt, reachedBy } = nextStep(result, { ...offered, ...other }, ten, waking);
    const at = dueAt ? ` at ${new Date(dueAt.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}` : '';
    expect(`${rung}${at}${reachedBy ? `, by ${reachedBy}` : ''}`).toBe(expected);
  });

  it('bears an hour without WeChat on its first rung', () => {
    let [at, tries, rung] = [ten, 0, 'wechat'];
    while (at < hours(1)) {
      tries += 1;
      const step = nextStep('later', { ...offered, tries }, at, waking);
      [at, rung] = [step.dueAt!, step.rung];
      expect(rung).toBe('wechat');
    }
    expect(tries).toBeLessThan(9);
  });
});

describe('Quiet hours', () => {
  it.each<[string, string, string | null, readonly number[], string]>([
    ['in the day are none', '2026-11-23T02:00:00Z', null, [], '2026-11-23T02:00:00.000Z'],
    ['wait for the morning', '2026-11-22T20:00:00Z', null, [], '2026-11-23T00:00:00.000Z'],
    ['begin at eight in the evening', '2026-11-23T12:00:00Z', null, [], '2026-11-24T00:00:00.000Z'],
    ['end at eight', '2026-11-23T00:00:00Z', null, [], '2026-11-23T00:00:00.000Z'],
    ['hold a whole Sunday', '2026-11-22T02:00:00Z', null, [0], '2026-11-23T00:00:00.000Z'],
    ['hold a weekend from Friday night', '2026-11-20T13:00:00Z', null, [6, 0], '2026-11-23T00:00:00.000Z'],
    [
      'do not let her miss it',
      '2026-11-22T20:00:00Z',
      '2026-11-23T00:30:00Z',
      [],
      '2026-11-22T20:00:00.000Z',
    ],
    [
      'hold where the morning is soon enough',
      '2026-11-22T20:00:00Z',
      '2026-11-23T04:00:00Z',
      [],
      '2026-11-23T00:00:00.000Z',
    ],
  ])('%s', (_, now, endsAt, restDays, expected) => {
    const at = whenToDisturb(new Date(now), { ...waking, restDays }, endsAt ? new Date(endsAt) : null);
    expect(at.toISOString()).toBe(expected);
  });
});

describe('A deadline', () => {
  it('hurries from half of the time, or from its last day', () => {
    expect(hurryFrom(ten, null)).toBeNull();
    expect(hurryFrom(ten, hours(10))).toEqual(hours(5));
    expect(hurryFrom(ten, hours(72))).toEqual(hours(48));
  });

  it('is the end of the offer, or of the lesson', () => {
    const facts = { title: '柳编', startsOn: '2026-12-01' };
    expect(endOf('offered', { ...facts, endsAt: ten })).toBe(ten);
    expect(endOf('tomorrow', facts)?.toISOString()).toBe('2026-12-01T16:00:00.000Z');
    const [movedFrom, movedTo] = (['2026-12-03', '2026-12-01'] as const).map((heldOn) => ({
      ...{ heldOn, half: 'morning' as const },
    }));
    expect(endOf('session_moved', { ...facts, movedFrom, movedTo })?.toISOString()).toBe(
      '2026-12-03T16:00:00.000Z',
    );
    expect(endOf('not_assigned', facts)).toBeNull();
  });
});

it('A helper is told what to say, and what to ask', () => {
  expect(sayOnThePhone('offered', '“柳编”给您留了名额，请在11月26日前点“我要去”。')).toBe(
    '您好，我是妇联的。跟您说件事：“柳编”给您留了名额，请在11月26日前点“我要去”。您去不去？去的话我替您点。',
  );
});
