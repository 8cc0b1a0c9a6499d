import { newId } from '../../server/database/new-id';
import type { DraftingView } from '../../server/assignment/runs.view';
import { granted, type Answer, type Caller } from '../support/house/caller';
import { bodyFor, queryFor, routesWithBodies } from '../support/house/bodies';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { anOffice } from '../support/house/office';
import {
  aCard,
  aTrainer,
  auditor,
  aWoman,
  cityOfficer,
  countyOfficer,
  editor,
  helper,
  keepCard,
} from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { aBatch, aVenue, signUp } from '../support/house/teaching';

// A hundred routes, a thousand ids each.
jest.setTimeout(900_000);

/**
 * Ids through every route, of all askers together. The guard and the scopes are the same on both engines: the second one
 * is asked less often.
 */
const idsForEachRoute = process.env.TEST_DATABASE === 'mariadb' ? 200 : 1_000;
/** Of other counties' things, by each asker whom her role does not stop at the door. */
const realIds = process.env.TEST_DATABASE === 'mariadb' ? 60 : 100;
const realIdsAtTheDoor = 10;
const atOnce = 25;

/**
 * Where an id is no secret: batches and published articles are read and signed up to by everybody, and the id of a
 * ticket is the picture that a browser shows to be scanned; what it opens is kept by a key of its own.
 */
const openToAll = new Set([
  ...['GET /api/batches/:id', 'POST /api/batches/:id/enrolments', 'GET /api/batches/:id/standing'],
  ...[
    'GET /api/articles/:id',
    'GET /api/articles/:id/poster',
    'POST /api/articles/:id/reads',
    'GET /api/files/:id',
    'GET /api/sign-in-tickets/:id',
    'POST /api/sign-in-tickets/:id/approval',
  ],
]);

/**
 * Whoever guesses at the ids of another county's things learns nothing: a real one and one that does not exist are
 * answered alike, in status, code and words. The routes are those of the running server, so a new one is guessed at too.
 */
describeHouse('Guessing', () => {
  let house: House;
  let routes: string[];
  let foreign: string[];
  const guessers: Record<string, Caller> = {};

  beforeAll(async () => {
    house = await openHouse();
    const officer = await countyOfficer(house, yanshou.county);
    const her = await aWoman(house);
    await keepCard(her);
    const batch = await aBatch(house, {}, officer);
    const toFill = await aBatch(house, { admission: 'assignment' }, officer);
    for (let woman = 0; woman < 40; woman += 1) await signUp(await aWoman(house), batch);
    const asked = { regionCode: yanshou.county };
    const run = granted(await officer.post<DraftingView>('/assignment-runs', asked)).run!;
    const decision = { kind: 'waive', batchId: toFill.id, reason: '她们村远，人少也要开' };
    granted(await officer.post(`/assignment-runs/${run.id}/decisions`, decision));
    granted(
      await officer.post('/articles', {
        ...{ kind: 'policy', title: '政策', summary: '', cover: 'cover-1', source: '县妇联' },
        ...{ regionCode: yanshou.county, blocks: [{ kind: 'paragraph', text: '正文' }] },
      }),
    );
    await anOffice(house, officer, her.calls);
    const sitting = { kind: 'visit', heldOn: '2026-11-20', place: '活动室', regionCode: yanshou.township };
    const sittingId = newId();
    granted(await officer.put(`/sittings/${sittingId}`, sitting));
    const entry = { womanId: her.id, card: aCard() };
    granted(await officer.put(`/sittings/${sittingId}/entries/${newId()}`, entry));
    foreign = await idsOfEveryKind();

    guessers['nobody'] = house.nobody;
    guessers['woman'] = (await aWoman(house, { villageCode: bayan.village })).calls;
    guessers['helper'] = await helper(house, bayan.village);
    guessers['trainer'] = (await aTrainer(house, bayan.county)).calls;
    guessers['county officer'] = await countyOfficer(house, bayan.county);
    guessers['auditor of a county'] = await auditor(house, bayan.county);
    guessers['editor of a county'] = await editor(house, bayan.county);
    routes = house.routes.filter(
      (route) => /:\w*id/i.test(route) && !route.startsWith('HEAD ') && !openToAll.has(route),
    );
  });
  afterEach(() => house.setClock(monday));
  afterAll(() => house.close());

  /** Ids of rows of every table that has them, the same number of each as far as there are. */
  async function idsOfEveryKind(): Promise<string[]> {
    const tables = house.database.dataSource.entityMetadatas.filter(({ columns }) =>
      columns.some(({ propertyName }) => propertyName === 'id'),
    );
    const kinds = await Promise.all(
      tables.map(async ({ tableName }) =>
        (await house.database.rows.query<{ id: string }[]>(`SELECT id FROM ${tableName}`)).map(
          ({ id }) => id,
        ),
      ),
    );
    const each = Array.from({ length: realIds }, (_, place) =>
      kinds.flatMap((ids) => ids.slice(place, place + 1)),
    );
    return each.flat().slice(0, realIds);
  }

  const guess = async (by: Caller, route: string, id: string): Promise<string> => {
    const [method = '', path = ''] = route.replace('/api', '').split(' ');
    const target = path.replace(/:\w+/g, id) + queryFor(route);
    const answer: Answer<unknown> = await by.ask(method as 'GET', target, bodyFor(route));
    return JSON.stringify([answer.status, answer.body]);
  };

  async function answersTo(by: Caller, route: string, ids: readonly string[]): Promise<Set<string>> {
    const answers = new Set<string>();
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce).map((id) => guess(by, route, id));
      for (const answer of await Promise.all(some)) answers.add(answer);
    }
    return answers;
  }

  it('has things of every kind to guess at, and many routes that take an id', () => {
    expect(foreign.length).toBe(realIds);
    expect(routes.length).toBeGreaterThan(30);
  });

  it('tells nobody whether an id is real: a thousand through every route, made up and real ones mixed', async () => {
    const askers = Object.entries(guessers);
    const told: string[] = [];
    for (const route of routes) {
      const seen = await Promise.all(
        askers.map(async ([name, by], turn) => {
          const isStopped = turn === 0 || (await guess(by, route, newId())).includes('access.denied');
          const real = isStopped ? foreign.slice(0, realIdsAtTheDoor) : foreign;
          // Her share of the thousand: the real ones, and the rest made up.
          const share = Math.ceil(idsForEachRoute / askers.length);
          const made = Array.from({ length: Math.max(share - real.length, realIdsAtTheDoor) }, newId);
          return { name, answers: await answersTo(by, route, [...made, ...real]) };
        }),
      );
      for (const { name, answers } of seen) {
        if (answers.size !== 1) told.push(`${route} tells ${name}: ${[...answers].slice(0, 3).join(' or ')}`);
        if ([...answers].some((answer) => answer.includes('input.invalid')))
          told.push(
            `${route} was not asked in earnest by ${name}: give it a body or a query in test/support/house/bodies.ts`,
          );
      }
    }
    expect(told).toEqual([]);
  });

  it('knows no body and no query for a route that is gone', () => {
    expect([...routesWithBodies].filter((route) => !house.routes.includes(route))).toEqual([]);
  });

  it('with women’s ids in a query or a body tells nothing either', async () => {
    const officer = guessers['county officer']!;
    const trainerId = (await aTrainer(house, bayan.county)).id;
    const venueId = await aVenue(officer, bayan.township);
    const batch = await aBatch(house, { trainerId, venueId }, officer);
    const her = (
      await house.database.rows.query<{ id: string }[]>(
        `SELECT id FROM women WHERE villageCode LIKE '${yanshou.county}%'`,
      )
    )[0]!.id;
    for (const by of Object.values(guessers)) {
      for (const ask of [
        (id: string) => by.get(`/batches?womanId=${id}`),
        (id: string) => by.get(`/batches/${batch.id}?womanId=${id}`),
        (id: string) => by.get(`/batches/${batch.id}/standing?womanId=${id}`),
        (id: string) => by.post(`/batches/${batch.id}/enrolments`, { womanId: id }),
      ])
        expect(await ask(her)).toEqual(await ask(newId()));
    }
  });

  it('at the city’s desk learns nothing of who is a woman', async () => {
    const above = await cityOfficer(house);
    const aboutWomen = routes.filter((route) => /\/(women|enrolments)\/:id/.test(route));
    for (const route of aboutWomen)
      expect([route, (await answersTo(above, route, [...foreign.slice(0, 30), newId()])).size]).toEqual([
        route,
        1,
      ]);
  });
});
