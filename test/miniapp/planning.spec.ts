import {
  askedOf,
  firstWish,
  monthsFrom,
  planOf as planOfSuggestion,
  sayAgainst,
  sayBatch,
  sayBest,
  sayFigures,
  without,
  type Suggested,
} from '../../miniapp/office/suggestions/model';
import { monthLater, sayMonth } from '../../server/calendar/days.rules';
import { gridOf } from '../../miniapp/components/month-grid/grid';
import { inGroup } from '../../miniapp/office/batches/model';
import {
  blankPlan,
  monthToPlan,
  planFrom,
  planOf,
  prefilled,
  sayForWhom,
  teachersFirst,
  toggleSlot,
  type Planning,
} from '../../miniapp/office/open-batch/model';
import { sayChange, sayFacts, type PlanFile } from '../../miniapp/office/plan/model';
import { entryOf as seasonsOf, nextFamily, toggleMonth } from '../../miniapp/office/seasons/model';
import { entryOf as trainerOf, inUseFirst, sayTrainer } from '../../miniapp/office/trainers/model';
import { blankVenue, draftFrom, entryOf as venueOf, sayVenue } from '../../miniapp/office/venues/model';

const morning = { heldOn: '2027-02-05', half: 'morning' } as const;

describe('A month of half days', () => {
  const facts = {
    today: '2027-02-03',
    chosen: [morning],
    busy: [{ ...morning, half: 'afternoon' as const }],
  };

  it('begins on Monday and has every day of the month once', () => {
    for (const [month, blanks, days] of [
      ['2027-02', 0, 28],
      ['2026-11', 6, 30],
      ['2028-02', 1, 29],
    ] as const) {
      const grid = gridOf(month, facts);
      expect(grid.filter((day) => day === undefined)).toHaveLength(blanks);
      expect(grid.slice(blanks).map((day) => day!.number)).toEqual(
        Array.from({ length: days }, (_, at) => at + 1),
      );
    }
  });

  it('says of each half day whether it is chosen, taken, past or free, and which day is a holiday', () => {
    const at = (number: number) => gridOf('2027-02', facts).find((day) => day?.number === number)!;
    const states = (number: number) => at(number).halves.map(({ state }) => state);
    expect([states(3), states(4), states(5)]).toEqual([
      ['past', 'past'],
      ['free', 'free'],
      ['chosen', 'busy'],
    ]);
    expect([at(4).holiday, at(5).holiday]).toEqual([undefined, '春节']);
  });

  it('goes over the end of a year and back', () => {
    expect([monthLater('2026-12', 1), monthLater('2027-01', -1), monthLater('2026-11', 14)]).toEqual([
      ...['2027-01', '2026-12', '2028-01'],
    ]);
    expect(sayMonth('2027-02')).toBe('2027年2月');
  });
});

describe('The plan of a batch on a page', () => {
  const plan = {
    ...blankPlan('handicraft', '2026-11-23', 'v'),
    ...{ title: ' 柳编 ', trainerId: 't', sessions: [{ heldOn: '2026-12-21', half: 'morning' as const }] },
  };

  it('takes a half day in and out again, in the order of time', () => {
    const later = { heldOn: '2026-12-21', half: 'afternoon' } as const;
    const both = toggleSlot([later], { ...later, half: 'morning' });
    expect(both.map(({ half }) => half)).toEqual(['morning', 'afternoon']);
    expect(toggleSlot(both, later)).toHaveLength(1);
  });

  it.each([
    ['请填课程名称', { title: ' ' }],
    ['请选教师', { trainerId: '' }],
    ['请选地点', { venueId: '' }],
    ['请选课次', { sessions: [] }],
    ['请填人数', { capacity: '二十' }],
    ['请填人数', { minimum: '0' }],
    ['最低人数不能超过名额', { minimum: '21' }],
    ['预留名额请填数字', { reservedForNever: '三' }],
    ['预留名额超过了名额', { reservedForNever: '15', reservedForLeaders: '6' }],
    ['预算请填钱数，最多到分', { budget: '三千' }],
    ['预算请填钱数，最多到分', { budget: '1.234' }],
    ['预算请填钱数，最多到分', { budget: '-5' }],
    ['请写和谁合办', { isJoint: true, jointWith: ' ' }],
    ['报名要在第一次课前截止', { signUpUntil: '2026-12-21' }],
  ])('says first what is missing: %s', (missing, part) => {
    expect(planOf({ ...plan, ...part })).toEqual({ missing });
  });

  it('says that a place is too small, where it is known how many it seats', () => {
    expect(planOf(plan, 15)).toEqual({ missing: '这个地点最多坐15人' });
    expect(planOf(plan, 20).body).toBeDefined();
    expect(planOf(plan, null).body).toBeDefined();
  });

  it('from a cell of the board has its family’s usual course, who can teach it, and its month', () => {
    const of = (family: string, title: string, audience = 'women') => ({
      ...{ id: title, title, family, summary: '', reading: 1, isHeavy: false, audience, completeShare: 80 },
    });
    const courses = [
      of('planting', '大棚'),
      of('handicraft', '带头人班', 'leaders'),
      of('handicraft', '柳编'),
    ];
    const trainers = [
      { id: 'a', name: '赵', speciality: '大棚', families: ['planting'] },
      { id: 'b', name: '孙', speciality: '柳编', families: ['handicraft'] },
    ];
    const planning = { courses, trainers } as unknown as Planning;
    const blank = blankPlan('handicraft', '2026-11-23', 'v');
    expect(prefilled(blank, planning)).toMatchObject({ title: '柳编', reading: 1, trainerId: 'b' });
    expect(teachersFirst(planning.trainers, 'handicraft').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(prefilled({ ...blank, family: 'tourism' }, planning)).toMatchObject({ title: '', trainerId: '' });
    expect([0, 12, 11, 1].map((month) => monthToPlan(month, '2026-11-23'))).toEqual([
      ...['2026-12', '2026-12', '2026-11', '2027-01'],
    ]);
  });

  it('says for how many women it is', () => {
    const count = { women: 12, stale: 3, reachable: 9 };
    const asked = { areaName: '六团镇', family: 'handicraft', month: 12, venueName: '文化站' } as const;
    expect(sayForWhom(count, asked)).toBe(
      '六团镇想学手工编织、12月有空的：12位，其中3位本季没确认。到文化站够得着的：9位。',
    );
    expect(
      sayForWhom(
        { ...count, women: 0, stale: 0 },
        { ...asked, areaName: '', month: 0, venueName: undefined },
      ),
    ).toBe('全区县想学手工编织的：0位。');
  });

  it('sends what was typed, and nothing for what was not', () => {
    expect(planOf(plan).body).toEqual({
      ...{ title: '柳编', family: 'handicraft', reading: 0, isHeavy: false, audience: 'women' },
      ...{ trainerId: 't', venueId: 'v', sessions: plan.sessions, capacity: 20, minimum: 10 },
      ...{ signUpUntil: '2026-11-30', admission: 'assignment' },
    });
    const rich = { reservedForPoor: '0', reservedForNever: '3', budget: '3500.5' };
    const joint = { isJoint: true, jointWith: ' 县人社局 ' };
    expect(planOf({ ...plan, ...rich, ...joint }).body).toMatchObject({
      ...{ reservedForPoor: 0, reservedForNever: 3, jointWith: '县人社局', budgetFen: 350_050 },
    });
  });

  const file = {
    batch: {
      ...{ title: '柳编', family: 'handicraft', summary: '编筐', reading: 1, isHeavy: false, capacity: 20 },
      ...{ minimum: 10, admission: 'direct', venueRegionName: '延寿县 六团镇', venueName: '文化站' },
      ...{ trainerName: '孙丽华', sessions: [{ id: 's', ...morning }] },
    },
    ...{ trainerId: 't', venueId: 'v', audience: 'leaders', completeShare: 80, reservedForPoor: 4 },
    ...{ reservedForNever: 0, reservedForLeaders: 2, jointWith: '县人社局', budgetFen: 350_050 },
  } as unknown as PlanFile;

  it('can be changed: what was kept comes back as it was typed', () => {
    const again = planFrom(file, '2027-01-30');
    expect(again).toMatchObject({ reservedForPoor: '4', reservedForNever: '', budget: '3500.5' });
    expect(planOf(again).body).toMatchObject({
      budgetFen: 350_050,
      reservedForLeaders: 2,
      sessions: [morning],
    });
  });

  it('is said in a few lines, and each step with who took it and why', () => {
    expect(sayFacts(file)).toEqual([
      '延寿县 六团镇 文化站，孙丽华教',
      '名额20，满10人开班，上够80%的课算结业',
      '先留名额：建档立卡4、带头人2',
      '名额先报先得',
      '给带头人开，建档立卡的妇女也能报',
      '和县人社局合办',
      '预算3500.5元',
    ]);
    const change = { toStateName: '筹备中', reason: '太远', byName: '周雅茹' } as PlanFile['changes'][number];
    expect(sayChange(change)).toBe('筹备中 · 周雅茹 · 太远');
  });

  it('stands among the batches that are on their way until it opens', () => {
    const batches = (['planned', 'submitted', 'approved', 'open'] as const).map((state) => ({ state }));
    expect(inGroup(batches as never, 'plans')).toHaveLength(3);
    expect(inGroup(batches as never, 'open')).toHaveLength(1);
  });
});

describe('Trainers, places and farming months on a page', () => {
  it('need what a woman is told of them, and leave out what nobody has said', () => {
    const trainer = { name: ' 赵桂兰 ', speciality: '柳编', phone: '' };
    expect(trainerOf({ ...trainer, name: '' }).missing).toBe('请填姓名');
    expect(trainerOf({ ...trainer, speciality: ' ' }).missing).toBe('请填教什么');
    expect(trainerOf({ ...trainer, phone: '138' }).missing).toBe('手机号要11位');
    expect(trainerOf(trainer).entry).toEqual({ name: '赵桂兰', speciality: '柳编' });
    expect(sayTrainer({ speciality: '柳编', phone: null, batchesAhead: 2 } as never)).toBe(
      '柳编 · 没留电话 · 还有2个班',
    );
    expect(inUseFirst([{ isRetired: true }, { isRetired: false }])[0]).toEqual({ isRetired: false });

    const venue = { ...blankVenue, name: '文化站', regionCode: '230129101' };
    expect(venueOf({ ...venue, regionCode: '' }).missing).toBe('请选乡镇');
    expect(venueOf({ ...venue, capacity: '很多' }).missing).toBe('能坐几人请填数字');
    expect(venueOf(venue).entry).toEqual({
      ...{ name: '文化站', address: '', regionCode: '230129101', kind: 'hall' },
    });
    const known = { ...venue, capacity: 30, latitudeE5: 4_545_000, longitudeE5: 12_833_000 };
    expect(venueOf(draftFrom(known as never)).entry).toMatchObject({ capacity: 30, latitudeE5: 4_545_000 });
    expect(sayVenue({ ...known, kindName: '基地', batchesAhead: 0 } as never)).toBe(
      '基地 · 坐30人 · 没有要上的班',
    );
  });

  it('take a month in and out, and keep everybody busy or only who wants one family', () => {
    const season = { name: '秋收', months: [9], family: null };
    const longer = toggleMonth(toggleMonth(season, 10), 8);
    expect([longer.months, toggleMonth(longer, 9).months]).toEqual([
      [8, 9, 10],
      [8, 10],
    ]);
    expect([
      nextFamily(null, ['planting', 'tourism']),
      nextFamily('tourism', ['planting', 'tourism']),
    ]).toEqual(['planting', null]);
    expect(seasonsOf([{ ...season, months: [] }]).missing).toBe('请点农忙的月份');
    expect(seasonsOf([{ ...season, name: ' ' }]).missing).toBe('请填农忙的名字');
    expect(seasonsOf([season]).body).toEqual({ seasons: [{ name: '秋收', months: [9] }] });
  });
});

describe('Suggested batches on a page', () => {
  const batch = {
    ...{ family: 'handicraft', title: '柳编', reading: 0, isHeavy: false, trainerId: 't', venueId: 'v' },
    ...{ month: '2027-01', isWeekend: true, signUpUntil: '2027-01-06', seats: 8, women: 6 },
    sessions: [{ heldOn: '2027-01-09', half: 'morning' }],
  } as unknown as Suggested;

  it('ask for a number of batches, and once she has settled on some, for these alone', () => {
    expect(askedOf(firstWish)).toMatchObject({ batches: 5, kept: [] });
    expect(askedOf(firstWish)).not.toHaveProperty('family');
    const kept = without([batch, { ...batch, month: '2027-02' }], 0);
    expect(kept).toEqual([{ family: 'handicraft', venueId: 'v', month: '2027-02', isWeekend: true }]);
    expect(askedOf({ ...firstWish, family: 'handicraft', kept })).toMatchObject({
      ...{ family: 'handicraft', batches: 1, kept },
    });
    expect(askedOf({ ...firstWish, kept: [] })).toMatchObject({ batches: 0 });
  });

  it('become plans whose minimum a small place can seat', () => {
    expect(planOfSuggestion(batch, 10)).toEqual({
      ...{ family: 'handicraft', title: '柳编', reading: 0, isHeavy: false, trainerId: 't', venueId: 'v' },
      ...{ sessions: batch.sessions, signUpUntil: '2027-01-06', capacity: 8, minimum: 8 },
      admission: 'assignment',
    });
  });

  it('say whom they serve, and how far from the best they are at most', () => {
    const found = { women: 20, byStanding: 4, byProposed: 10, atMost: 12 } as never;
    expect(sayFigures(found)).toBe('想学还没着落的20人：已有的班能照顾4人，这些班再照顾10人，还差6人。');
    expect(sayBest(found)).toContain('12人');
    expect(sayBest({ byProposed: 10, atMost: 10 } as never)).toContain('最多');
    // 4 and 10 sit now.
    expect([sayAgainst(found, 17), sayAgainst(found, 14), sayAgainst(found, 12)]).toEqual([
      ...['比原来的建议少照顾3人。', '', ''],
    ]);
    expect(sayBatch(batch)).toBe('2027年1月 周末 · 1个半天 · 名额8，能来6人');
    expect(monthsFrom('2026-11-23', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  });
});
