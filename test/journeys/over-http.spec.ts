import { dayOf, daysLater } from '../../server/calendar/days.rules';
import { seasonOf } from '../../server/calendar/seasons.rules';
import { newId } from '../../server/database/new-id';
import { Caller } from './support/caller';
import { openDemoHouse, type DemoHouse, type Person } from './support/demo-house';

const today = dayOf(new Date());

jest.setTimeout(90_000);

describe('The whole way over HTTP', () => {
  let house: DemoHouse;
  const as = async (person: Person) => Caller.signIn(house.server.url, await house.codeFor(person));

  beforeAll(async () => {
    house = await openDemoHouse();
  });
  afterAll(() => house.close());

  it('leads from a need to a course, a fair seat, a register and a number that can be believed', async () => {
    const { caller: woman, me } = await as('woman');
    const { caller: officer } = await as('county');
    const her = me.womanId!;

    // She says what she wants to learn; the county sees one more.
    const countOf = async () =>
      (await officer.get<{ cells: { family: string; women: number }[] }>('/demand')).cells
        .filter(({ family }) => family === 'tourism')
        .reduce((sum, { women }) => sum + women, 0);
    const before = await countOf();
    await woman.put(`/women/${her}/need-card`, {
      families: ['tourism', 'handicraft'],
      freeMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      dayKind: 'any',
      farthestKm: 300,
      nearestFirst: true,
      needsChildCare: true,
      reading: 1,
      isBodyLimited: false,
      source: 'herself',
    });
    expect(await countOf()).toBe(before + 1);

    // The county opens a batch for those who want it.
    const planning = await officer.get<{
      trainers: { id: string; name: string }[];
    }>('/planning');
    // A room of its own: the demo's classes may meet anywhere else on that morning.
    const venue = await officer.post<{ id: string }>('/venues', {
      ...{ name: '农家院实训室', regionCode: '230129101', address: '镇政府对面' },
    });
    const { me: trainerMe } = await as('trainer');
    const batch = await officer.post<{ id: string; state: string }>('/batches', {
      title: '农家院接待',
      family: 'tourism',
      reading: 0,
      isHeavy: false,
      trainerId: planning.trainers.find(({ name }) => name === trainerMe.name)!.id,
      venueId: venue.id,
      sessions: [{ heldOn: daysLater(today, 20), half: 'morning' }],
      capacity: 200, // for everybody, so that the lot cannot decide against her
      minimum: 1,
      admission: 'assignment',
      signUpUntil: daysLater(today, 10),
    });
    expect(batch.state).toBe('open');

    // She asks for it by name, and is told honestly that seats come later; a second tap changes nothing.
    const asked = await woman.post<{ enrolmentId: string; state: string; sentence: string }>(
      `/batches/${batch.id}/enrolments`,
      {},
    );
    expect(asked).toMatchObject({
      state: 'applied',
      sentence: '报上了。名额按大家的需求统一分配，结果出来就告诉您。',
    });
    expect(await woman.post(`/batches/${batch.id}/enrolments`, {})).toEqual(asked);

    // A dry run tells the officer why; nobody else hears of it yet.
    const dry = await officer.post<{ run: { id: string } }>('/assignment-runs', { regionCode: '230129' });
    const { women } = await officer.get<{ women: { womanId: string; sentence: string }[] }>(
      `/assignment-runs/${dry.run.id}/women`,
    );
    expect(women.every(({ sentence }) => sentence.endsWith('。'))).toBe(true);
    expect((await woman.get<{ outcome: unknown }>(`/women/${her}/assignment`)).outcome).toBeNull();

    // Sign-up closes, the lot is drawn in public, and the result is published.
    await house.passDays(11);
    const { caller: officerAfter } = await as('county');
    const draw = {
      regionCode: '230129',
      season: seasonOf(daysLater(today, 20)),
      issue: '2026325',
      number: '385',
    };
    await officerAfter.post('/lotteries/draws', draw);
    const { run } = await officerAfter.post<{ run: { id: string } }>('/assignment-runs', {
      regionCode: draw.regionCode,
      season: draw.season,
    });
    await officerAfter.post(`/assignment-runs/${run.id}/review`);
    await officerAfter.post(`/assignment-runs/${run.id}/publication`);

    // She reads one sentence, and accepts.
    const { caller: herAfter } = await as('woman');
    const { outcome } = await herAfter.get<{ outcome: { sentence: string; batchId: string } }>(
      `/women/${her}/assignment`,
    );
    expect(outcome).toMatchObject({ batchId: batch.id, sentence: '给您安排了“农家院接待”。' });
    const standing = await herAfter.get<{ enrolmentId: string; state: string }>(
      `/batches/${batch.id}/standing`,
    );
    expect(standing.state).toBe('offered');
    const accepted = await herAfter.post<{ state: string; sentence: string }>(
      `/enrolments/${standing.enrolmentId}/acceptance`,
    );
    expect(accepted.state).toBe('enrolled');

    // The day of the course comes. The trainer marks her; the officer sees that she came.
    await house.passDays(20);
    const day = daysLater(today, 20);
    const { caller: trainer } = await as('trainer');
    const sessions = await trainer.get<{ id: string; batchId: string }[]>(`/sessions?from=${day}&to=${day}`);
    const session = sessions.find(({ batchId }) => batchId === batch.id)!;
    const roster = await trainer.get<{ women: { womanId: string }[] }>(`/sessions/${session.id}/roster`);
    expect(roster.women.map(({ womanId }) => womanId)).toContain(her);
    const mark = {
      id: newId(),
      sessionId: session.id,
      womanId: her,
      kind: 'present',
      markedAt: new Date().toISOString(),
    };
    for (let sent = 0; sent < 5; sent += 1) {
      expect(await trainer.post('/attendance-marks', { marks: [mark], sentAt: mark.markedAt })).toEqual({
        answers: [{ id: mark.id, isKept: true }],
      });
    }
    const { caller: officerThen } = await as('county');
    const attendance = await officerThen.get<{
      sessions: { sessionId: string; present: number }[];
      women: { womanId: string; attended: number; held: number }[];
    }>(`/batches/${batch.id}/attendance`);
    expect(attendance.sessions).toMatchObject([{ sessionId: session.id, present: 1 }]);
    expect(attendance.women.find(({ womanId }) => womanId === her)).toMatchObject({ attended: 1, held: 1 });
  });

  it('leads from a draft past three reviewers to every reader, and away again at once', async () => {
    const { caller: city } = await as('city');
    const reader = new Caller(house.server.url);
    const { caller: author } = await as('county');
    const article = await author.post<{ id: string; revision: number }>('/articles', {
      kind: 'policy',
      title: '冬季培训开始报名',
      summary: '一分钟，点一点。',
      cover: 'cover-1',
      source: '县妇联',
      regionCode: '230129',
      blocks: [{ kind: 'paragraph', text: '想学什么，先告诉我们。' }],
    });
    const titles = async () => (await reader.get<{ title: string }[]>('/articles')).map(({ title }) => title);
    expect(await titles()).not.toContain('冬季培训开始报名');
    const { revision } = article;
    await author.post(`/articles/${article.id}/submission`, { revision });
    for (const key of ['county-editor', 'city-editor', 'city'] as const) {
      const { caller: reviewer } = await as(key);
      await reviewer.post(`/articles/${article.id}/reviews`, { revision, verdict: 'passed', words: '' });
    }
    expect(await titles()).not.toContain('冬季培训开始报名');
    await city.post(`/articles/${article.id}/publication`, {});
    expect(await titles()).toContain('冬季培训开始报名');
    await city.post(`/articles/${article.id}/withdrawal`);
    expect(await titles()).not.toContain('冬季培训开始报名');
  });

  it('shows the browser build at the root and the API document at /docs', async () => {
    const page = await (await fetch(house.server.url)).text();
    expect(page).toContain('巾帼培训');
    expect((await fetch(`${house.server.url}/docs`)).status).toBe(200);
  });
});
