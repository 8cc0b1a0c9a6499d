import fc from 'fast-check';
import { boardOf } from '../../miniapp/office/demand/model';
import { blankArticle, entryOf as articleEntry, fromDraft } from '../../miniapp/office/write/model';
import {
  afterAnswers,
  countWaiting,
  toSend,
  withItem,
  withoutRefused,
  type Waiting,
} from '../../miniapp/offline/outbox';
import type { Mark, WalkIn } from '../../miniapp/offline/sync';
import { newId } from '../../miniapp/offline/new-id';
import { mainStep, type HomeFacts } from '../../miniapp/pages/home/model';
import { blank, canGoOn, cardOf, toggle } from '../../miniapp/pages/need/model';
import { levelsBelow } from '../../miniapp/components/region-picker/levels';
import { entryOf } from '../../miniapp/pages/register/model';
import { isSought, rowsOf } from '../../miniapp/trainer/roster/model';
import { byDay } from '../../miniapp/trainer/today/model';

const mark = (id: string, womanId = 'w1', kind: Mark['kind'] = 'present', minute = 0): Mark => ({
  id,
  sessionId: 's1',
  womanId,
  kind,
  markedAt: new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString(),
});

describe('The outbox', () => {
  it('loses nothing and doubles nothing, whatever is tapped, sent, answered in part or not at all', () => {
    const step = fc.oneof(
      fc.constant({ does: 'tap' as const }),
      fc.record({
        does: fc.constant('send' as const),
        answered: fc.integer({ min: 0, max: 5 }),
        arrives: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let box: Waiting<Mark>[] = [];
        const tapped: string[] = [];
        const atTheServer = new Set<string>();
        for (const one of steps) {
          if (one.does === 'tap') {
            const id = `m${tapped.length}`;
            tapped.push(id);
            box = withItem(box, mark(id), '王秀英');
          } else {
            const sent = toSend(box, 5);
            for (const { id } of sent.slice(0, one.answered)) atTheServer.add(id);
            if (one.arrives)
              box = afterAnswers(
                box,
                sent.slice(0, one.answered).map(({ id }) => ({ id, isKept: true })),
              );
          }
          const onThePhone = box.map((waiting) => waiting.item.id);
          expect(new Set(onThePhone).size).toBe(onThePhone.length);
          for (const id of tapped) expect(onThePhone.includes(id) || atTheServer.has(id)).toBe(true);
        }
      }),
      { seed: 7 },
    );
  });

  it('keeps a refused mark with its reason until the trainer has seen it, and sends it no more', () => {
    const box = afterAnswers(
      [{ item: mark('a') }, { item: mark('b') }],
      [{ id: 'a', isKept: false, message: '还没到日子。' }],
    );
    expect(box[0]).toMatchObject({ refused: '还没到日子。' });
    expect(toSend(box, 9).map(({ id }) => id)).toEqual(['b']);
    expect(countWaiting(box)).toBe(1);
    expect(withoutRefused(box, 'a')).toHaveLength(1);
    expect(withoutRefused(box, 'b')).toHaveLength(2);
  });

  it('names marks so that they never clash and sort by time', () => {
    const ids = Array.from({ length: 500 }, (_, index) => newId(1_790_000_000_000 + index));
    expect(new Set(ids).size).toBe(500);
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

const nothing = { marks: [], walkIns: [] };

describe('The register', () => {
  const wang = { name: '王秀英', initials: 'wxy', villageName: '六团村' };
  const li = { name: '李梅', initials: 'lm', villageName: '团山村' };
  const women = [
    { ...wang, womanId: 'w1', standing: null, isGuest: false, hasScanned: true },
    { ...li, womanId: 'w2', standing: 'leave' as const, isGuest: false, hasScanned: false },
  ];
  const roster = {
    sessionId: 's1',
    batchId: 'b1',
    title: '柳编',
    family: 'handicraft' as const,
    heldOn: '2026-11-23',
    half: 'morning' as const,
    venueName: '',
    isOpen: true,
    isOver: false,
    villages: [],
    women,
  };

  it('shows what was tapped over what the server knew, sent or not', () => {
    expect(
      rowsOf(roster, { ...nothing, marks: [{ item: mark('a') }] }, []).map(({ standing, sending }) => [
        standing,
        sending,
      ]),
    ).toEqual([
      ['present', true],
      ['leave', false],
    ]);
    expect(rowsOf(roster, nothing, [mark('a'), mark('b', 'w1', 'undone', 1)])[0]).toMatchObject({
      standing: null,
      sending: false,
    });
  });

  it('shows what was refused of a woman who left the roster since, by her name', () => {
    const marks = [{ item: mark('z', 'w9'), name: '李兰', refused: '不在名单' }];
    const [gone] = rowsOf(roster, { ...nothing, marks }, []);
    expect(gone).toMatchObject({ name: '李兰', isGone: true, refusal: { why: '不在名单' } });
  });

  it('shows a refused mark as refused, not as present', () => {
    const [row] = rowsOf(roster, { ...nothing, marks: [{ item: mark('a'), refused: '不在名单' }] }, [
      mark('a'),
    ]);
    expect(row).toMatchObject({ standing: null, refusal: { id: 'a', why: '不在名单' } });
  });

  it('shows who walked in before the server knows her, and a refused one with the reason', () => {
    const arrived: WalkIn = {
      ...{ id: 'x1', sessionId: 's1', name: '赵春梅', villageName: '六团村', entry: { id: 'x1' } },
    };
    const box = { walkIns: [{ item: arrived }], marks: [{ item: mark('a', 'x1') }] };
    expect(rowsOf(roster, box, [])[0]).toMatchObject({ name: '赵春梅', standing: 'present', sending: true });
    const refused = { ...nothing, walkIns: [{ item: arrived, refused: '请选到村或社区。' }] };
    expect(rowsOf(roster, refused, [])[0]).toMatchObject({
      ...{ standing: null, sending: false, refusal: { id: 'x1', why: '请选到村或社区。' } },
    });
    const known = { ...arrived, entry: { id: 'x1', womanId: 'w2' } };
    expect(rowsOf(roster, { ...nothing, walkIns: [{ item: known }] }, [])).toHaveLength(2);
  });

  it('says who scanned until she is marked', () => {
    expect(rowsOf(roster, nothing, []).map(({ hasScanned }) => hasScanned)).toEqual([true, false]);
    expect(rowsOf(roster, nothing, [mark('a')])[0]).toMatchObject({ hasScanned: false });
  });

  it.each([
    ['', ['王秀英', '李梅']],
    ['wx', ['王秀英']],
    ['WXY', ['王秀英']],
    ['xy', []],
    ['秀', ['王秀英']],
    [' 团山 ', ['李梅']],
  ])('is searched by %s: %j', (typed, found) => {
    const rows = rowsOf(roster, nothing, []).filter((row) => isSought(row, typed));
    expect(rows.map(({ name }) => name)).toEqual(found);
  });

  it('parts the sessions into today, those to come, and those held, the latest first', () => {
    const session = (heldOn: string) => ({ heldOn }) as never;
    const { now, ahead, before } = byDay(
      ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map(session),
      '2026-11-23',
    );
    expect([now, ahead, before].map((list) => list.map(({ heldOn }) => heldOn))).toEqual([
      ['2026-11-23'],
      ['2026-11-24'],
      ['2026-11-22', '2026-11-21'],
    ]);
  });
});

describe('The need card', () => {
  it('takes the order of tapping for the order of wish', () => {
    const tapped = ['tourism', 'planting', 'tourism', 'breeding'].reduce<string[]>(
      (chosen, one) => toggle(chosen, one),
      [],
    );
    expect(tapped).toEqual(['planting', 'breeding']);
  });

  it('goes on only when the question of the screen has an answer', () => {
    expect([0, 1, 2, 3].map((step) => canGoOn(step, blank))).toEqual([false, false, false, true]);
    const full = { ...blank, families: ['planting' as const], freeMonths: [1], farthestKm: 5 };
    expect([0, 1, 2, 3].every((step) => canGoOn(step, full))).toBe(true);
    expect(cardOf(full)).toMatchObject({ families: ['planting'], farthestKm: 5, source: 'herself' });
  });
});

describe('The first screen', () => {
  const her = {
    accountId: 'a',
    name: '王秀英',
    roles: [{ role: 'woman', roleName: '妇女', regionCode: '230129101201', regionName: '' }],
    womanId: 'w',
    trainerId: null,
  };
  const facts = { me: her, articles: [], batches: [], hasCard: true, enrolments: [] } as unknown as HomeFacts;
  const enrolment = (state: string) => ({ state, batch: { id: 'b', title: '柳编' } }) as never;

  it.each([
    ['sign-in', { me: undefined }],
    ['register', { me: { ...her, womanId: null, roles: [] } }],
    ['work', { me: { ...her, womanId: null } }],
    ['answer', { hasCard: false, enrolments: [enrolment('enrolled'), enrolment('offered')] }],
    ['need', { hasCard: false }],
    ['need', { isCardStale: true }],
    ['mine', { enrolments: [enrolment('enrolled')] }],
    ['batches', {}],
  ])('puts first what matters most: %s', (kind, part) => {
    expect(mainStep({ ...facts, ...part } as HomeFacts).kind).toBe(kind);
  });
});

describe('What is typed', () => {
  it('is sent when it is whole, and else the button says what is missing', () => {
    const draft = { name: ' 王秀英 ', phone: '', villageCode: '230129101201', agrees: true };
    expect(entryOf(draft).entry).toMatchObject({ name: '王秀英' });
    expect(entryOf(draft).entry).not.toHaveProperty('phone');
    const told = entryOf({ ...draft, phone: '', phoneProof: 'p' }).entry;
    expect(told).toMatchObject({ phoneProof: 'p' });
    expect(told).not.toHaveProperty('phone');
    const missing = [{ name: ' ' }, { villageCode: '' }, { phone: '123' }, { agrees: false }].map(
      (part) => entryOf({ ...draft, ...part }).missing,
    );
    expect(missing).toEqual(['请填姓名', '请选到村', '手机号要十一位', '请点“同意”']);
  });

  it('asks a helper only for the levels below her own region', () => {
    expect(['', '230129', '230129101', '230129101201'].map((code) => levelsBelow(code).length)).toEqual([
      3, 2, 1, 0,
    ]);
  });

  it('turns the lines of a list into its items, and back', () => {
    const blocks = [
      { kind: 'list' as const, text: '一\n\n二' },
      { kind: 'paragraph' as const, text: '话' },
    ];
    const article = { ...blankArticle('2301'), title: ' 题 ', blocks };
    const sent = articleEntry(article);
    expect(sent).toMatchObject({
      title: '题',
      blocks: [
        { kind: 'list', items: ['一', '二'] },
        { kind: 'paragraph', text: '话' },
      ],
    });
    expect(fromDraft({ ...sent, blocks: sent.blocks } as never).blocks[0]).toEqual({
      kind: 'list',
      text: '一\n二',
    });
  });

  it('draws every family in every row of the board, also where nobody asks', () => {
    const cell = {
      regionCode: '230129101',
      regionName: '六团镇',
      family: 'handicraft' as const,
      women: 8,
      registeredPoor: 3,
      neverTrained: 5,
      stale: 0,
      reachable: 0,
      firstWish: 2,
    };
    const [row] = boardOf([cell]);
    expect(row?.cells).toHaveLength(6);
    expect(row?.cells.map(({ women, heat }) => [women, heat]).sort()).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [8, 4],
    ]);
  });
});
