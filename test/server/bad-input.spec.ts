import { readFileSync } from 'node:fs';
import { refusals } from '../../server/http/refusals';
import { newId } from '../../server/database/new-id';
import { describeHouse, openHouse, type House } from '../support/house/house';
import type { Answer, Caller } from '../support/house/caller';
import { bodies } from '../support/house/bodies';
import { goodPassword } from '../support/house/office';
import {
  aCard,
  anEntry,
  aTrainer,
  auditor,
  aWoman,
  countyOfficer,
  everyRole,
  helper,
  type HouseWoman,
} from '../support/house/people';
import { yanshou } from '../support/house/places';
import { countRows } from '../support/house/rows';
import { aBatch, aPlan, signUp } from '../support/house/teaching';

const anyId = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

type Body = Record<string, unknown>;
interface Sending {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly by: Caller;
  /** A body that would be taken in. */
  readonly body: Body;
  readonly optional: readonly string[];
}

/** For a field with this value, values of every other kind. */
function otherKinds(value: unknown): unknown[] {
  const kinds: unknown[] = [
    'x\u0000y',
    -1.5,
    true,
    {},
    { length: 1 },
    [[]],
    [null],
    { constructor: { name: 'String' }, toString: null },
  ];
  const kindOf = (one: unknown) => (Array.isArray(one) ? 'array' : typeof one);
  return kinds.filter((one) => kindOf(one) !== kindOf(value));
}

/** Values of the right kind that no field takes. */
function tooMuch(value: unknown): unknown[] {
  if (typeof value === 'string') return ['长'.repeat(10_000)];
  if (typeof value === 'number') return [-1, 1.5, 1e21];
  if (Array.isArray(value))
    return [Array.from({ length: 5_000 }, () => value[0] as unknown), [[]], [null], [[value[0]]]];
  return [];
}

function aFullEntry() {
  const rest = {
    householdCode: '12-3',
    relation: 'spouse',
    education: 'primary',
    agreesMessages: true,
  } as const;
  return anEntry({ phone: '13812345678', bornInYear: 1980, identity: '11010519491231002X', ...rest });
}

describeHouse('Bad input', () => {
  let house: House;
  let sendings: Sending[];
  let bodiless: { path: string; by: Caller }[];
  let queries: { by: Caller; path: string; bad: string[] }[];
  let herself: HouseWoman;

  beforeAll(async () => {
    house = await openHouse();
    const officer = await countyOfficer(house, yanshou.county);
    const aHelper = await helper(house, yanshou.township);
    const trainer = await aTrainer(house);
    const records = await auditor(house);
    herself = await aWoman(house);
    const batch = await aBatch(house, { trainerId: trainer.id }, officer);
    const { enrolmentId } = await signUp(herself, batch);
    const open = await aBatch(house, {}, officer);
    const article = {
      ...{ kind: 'policy', title: '政策', summary: '一句话', cover: 'cover-1', source: '市妇联' },
      ...{ regionCode: yanshou.county, blocks: [{ kind: 'list', items: ['一'] }] },
    };
    const { body: draft } = await officer.post<{ id: string }>('/articles', article);
    const mark = {
      ...{ id: newId(), sessionId: batch.sessions[0]!.id, womanId: herself.id, kind: 'present' },
      ...{ reason: '原因', markedAt: house.now().toISOString() },
    };
    const plan = { ...(await aPlan(house, officer)), reservedForPoor: 1, title: '养蜂', summary: '简介' };

    sendings = [
      sending('POST', '/sign-ins', house.nobody, { code: 'code' }),
      sending(
        'POST',
        '/password-sign-ins',
        house.nobody,
        { login: 'zhou', password: 'x', code: '123456', device: 'x' },
        [...['code', 'device']],
      ),
      sending('POST', '/invitations/reading', house.nobody, { code: 'AAAAA-AAAAA' }),
      sending('POST', '/invitations/acceptance', house.nobody, {
        ...{ code: 'AAAAA-AAAAA', login: 'zhou', password: goodPassword },
      }),
      sending(
        'PUT',
        '/credentials/password',
        officer,
        { login: 'zhou', current: 'x', password: goodPassword },
        ['current'],
      ),
      sending('POST', '/credentials/codes/removal', officer, { password: 'x', code: '123456' }),
      sending('POST', '/staff', officer, { name: '赵春梅', role: 'helper', regionCode: yanshou.township }),
      sending('POST', `/staff/${newId()}/offices`, officer, { role: 'helper', regionCode: yanshou.township }),
      sending('POST', '/break-glass', officer, { regionCode: '230102', reason: '她嫁到道里区，来核对档案' }),
      sending('POST', '/women', aHelper, { ...aFullEntry() }, [
        ...['phone', 'bornInYear', 'identity', 'householdCode', 'relation', 'education', 'agreesMessages'],
      ]),
      sending(
        'PUT',
        `/women/${herself.id}/profile`,
        officer,
        {
          ...{ beganFrom: 1, name: '王秀英', phone: '13812345678', identity: '11010519491231002X' },
          ...{ bornInYear: 1949, householdCode: '12-3', relation: 'spouse', education: 'primary' },
          ...{ healthLimits: '不能久站', notes: '冬天在家' },
          poverty: { isRegisteredPoor: true, source: '建档立卡名册', asOf: '2026-06-30' },
        },
        [
          ...['name', 'phone', 'identity', 'bornInYear', 'householdCode', 'relation', 'education'],
          ...['healthLimits', 'notes', 'poverty'],
        ],
      ),
      sending('PUT', `/women/${herself.id}/village`, officer, {
        ...{ beganFrom: 1, villageCode: yanshou.villages[1], reason: '嫁过去了' },
      }),
      sending('POST', `/women/${herself.id}/reveals`, officer, { what: 'phone', purpose: '通知她上课' }),
      sending('POST', `/women/${herself.id}/consents`, herself.calls, {
        ...{ purpose: 'story_words', agrees: true },
      }),
      sending('POST', `/women/${herself.id}/erasure`, officer, { said: '本人书面申请' }, ['said']),
      sending('PUT', `/women/${herself.id}/need-card`, herself.calls, { ...aCard() }),
      sending('PUT', `/sittings/${newId()}`, aHelper, {
        ...{ kind: 'visit', heldOn: '2026-11-20', place: '活动室', regionCode: yanshou.township },
      }),
      sending('POST', '/batches', officer, plan, ['summary', 'reservedForPoor']),
      sending(
        'PUT',
        '/farm-seasons',
        officer,
        { seasons: [{ name: '秋收', months: [9], family: 'planting' }] },
        ['seasons.0.family'],
      ),
      sending('POST', '/trainers', officer, { name: '赵老师', speciality: '柳编', phone: '13812345678' }, [
        'phone',
      ]),
      sending('PUT', `/sessions/${open.sessions[0]!.id}/slot`, officer, {
        heldOn: '2026-12-30',
        half: 'morning',
      }),
      sending('POST', `/batches/${newId()}/cancellation`, officer, { reason: '教师病了' }),
      sending('POST', `/batch-plans/${newId()}/steps`, officer, { step: 'sendBack', reason: '缺教师' }, [
        'reason',
      ]),
      sending(
        'POST',
        `/enrolments/${enrolmentId}/opinion`,
        herself.calls,
        { opinion: 'fair', why: 'too_hard' },
        ['why'],
      ),
      sending('POST', `/enrolments/${enrolmentId}/leaving-reason`, herself.calls, { reason: 'too_far' }),
      sending('POST', '/venues', officer, { name: '站', regionCode: yanshou.township, address: '东侧' }),
      sending('POST', `/batches/${open.id}/enrolments`, aHelper, { womanId: herself.id }, ['womanId']),
      sending('POST', '/assignment-runs', officer, { regionCode: yanshou.county, season: '2026-winter' }, [
        'season',
      ]),
      sending('POST', '/attendance-marks', trainer.calls, { marks: [mark], sentAt: mark.markedAt }, [
        ...['marks.0.reason', 'marks.0.sheetId'],
      ]),
      sending('POST', '/articles', officer, article, ['blocks.0.items', 'blocks.0.text']),
      sending('PUT', `/articles/${draft.id}`, officer, { ...article, beganFrom: 1 }, ['blocks.0.items']),
    ];
    const anybody = await everyRole(house);
    sendings.push(
      sending('POST', '/near-pairs/looks', anybody, { name: '王秀英', villageCode: yanshou.villages[0] }),
      sending('POST', '/near-pairs/partings', anybody, { firstId: newId(), secondId: newId() }),
      sending('POST', '/merges', anybody, { keptId: newId(), mergedId: newId() }),
      sending('POST', '/suggestions', officer, {
        ...{ batches: 1, months: 2, halfDays: 2, seats: 20, minimum: 2 },
        kept: [{ family: 'handicraft', venueId: newId(), month: '2026-12', isWeekend: true }],
      }),
      sending('POST', '/check-ins', herself.calls, { code: 'x' }),
      sending('PUT', '/story-targets', anybody, {
        ...{ regionCode: yanshou.county, year: 2026, stories: 3, source: '市妇联' },
      }),
      sending('PUT', '/approval-rule', anybody, { isAsked: true }),
      sending('PUT', '/me/work-phone', officer, { phone: '0451-56781234' }, ['phone']),
      sending('POST', '/credentials/codes/confirmation', officer, { code: '123456' }),
      sending('POST', '/credentials/wechat', officer, { password: 'x' }, ['password']),
      sending('POST', '/invitations/binding', officer, { code: 'AAAAA-AAAAA' }),
      sending('POST', '/batch-plans', officer, plan, ['summary', 'reservedForPoor']),
      sending('POST', '/lotteries/draws', officer, {
        ...{ regionCode: yanshou.county, season: '2026-winter', issue: '2026135', number: '123' },
      }),
      sending('POST', `/articles/${newId()}/publication`, anybody, { at: '2026-12-01T00:00:00.000Z' }, [
        'at',
      ]),
      sending('POST', '/merges/previews', anybody, { keptId: newId(), mergedId: newId() }),
      sending('POST', '/claims/phones', herself.calls, { code: 'x' }),
      sending('POST', '/claims', herself.calls, { proof: 'x', womanId: newId() }),
      sending('POST', '/ledgers', officer, { regionCode: yanshou.county, fields: ['name'] }),
      // Whatever else has an id in its address, with one that nothing has.
      ...Object.entries(bodies)
        .filter(([route]) => route !== 'PUT /api/sittings/:id')
        .map(([route, body]) => {
          const [method = '', path = ''] = route.replace('/api', '').split(' ');
          const somewhere = path.replace(/:\w+/g, () => newId());
          return sending(method as Sending['method'], somewhere, anybody, body as Body);
        }),
    );
    bodiless = ['acceptance', 'declining', 'giving-up'].map((what) => ({
      path: `/enrolments/${enrolmentId}/${what}`,
      by: herself.calls,
    }));
    const anId = ['', 'x', '1', '%27', '00000000-0000-0000-0000-00000000000g'];
    const codes = ['', 'x', '23012', '2301%25', '%E5%BB%B6%E5%AF%BF'];
    const numbers = ['', 'x', '0', '-1', '1.5', 'NaN', 'Infinity', '1e99', '[]'];
    queries = [
      { by: house.nobody, path: '/regions?parent=', bad: codes },
      { by: officer, path: '/women?region=', bad: codes },
      { by: officer, path: '/women?page=', bad: [...numbers, '10001'] },
      { by: officer, path: '/women?size=', bad: [...numbers, '101'] },
      { by: officer, path: '/women?name=', bad: ['长'.repeat(31)].map(encodeURIComponent) },
      { by: officer, path: '/demand?region=', bad: codes },
      { by: officer, path: `/region-files/${yanshou.township}/women?of=`, bad: ['', 'x', 'constructor'] },
      {
        by: officer,
        path: `/region-files/${yanshou.township}/women?of=all&page=`,
        bad: [...numbers, '10001'],
      },
      { by: officer, path: '/demand?month=', bad: [...numbers, '13'] },
      { by: officer, path: '/demand?who=', bad: ['', 'x', 'constructor'] },
      { by: officer, path: '/demand?age=', bad: ['', 'x'] },
      { by: officer, path: '/demand?place=', bad: [...codes, '2301'] },
      { by: officer, path: '/demand/months?family=', bad: ['', 'x'] },
      { by: officer, path: '/demand/women?region=230129&family=', bad: ['', 'x', 'toString'] },
      { by: officer, path: '/demand/women?family=planting&region=', bad: [...codes, '2301'] },
      { by: officer, path: '/demand/women?family=planting&region=230129&month=', bad: numbers },
      { by: officer, path: '/demand/past?region=', bad: codes },
      { by: officer, path: '/demand/past?family=', bad: ['', 'x', 'constructor'] },
      { by: officer, path: '/demand/past?month=', bad: [...numbers, '13'] },
      { by: officer, path: '/demand/past/women?family=planting&region=', bad: [...codes, '2301'] },
      { by: officer, path: '/demand/past/women?region=230129&family=', bad: ['', 'x', 'toString'] },
      { by: officer, path: '/demand/past/months?family=planting&region=', bad: [...codes, '230129'] },
      { by: house.nobody, path: '/batches?family=', bad: ['', 'x', '__proto__'] },
      { by: house.nobody, path: '/batches?county=', bad: codes },
      { by: house.nobody, path: '/batches?past=', bad: ['', 'x', 'true'] },
      { by: aHelper, path: '/batches?womanId=', bad: anId },
      { by: aHelper, path: `/batches/${batch.id}?womanId=`, bad: anId },
      { by: aHelper, path: `/batches/${batch.id}/standing?womanId=`, bad: anId },
      { by: officer, path: `/assignment-runs/${newId()}/women?which=`, bad: ['', 'x'] },
      { by: officer, path: `/assignment-runs/${newId()}/women?page=`, bad: numbers },
      { by: trainer.calls, path: '/sessions?to=2026-12-01&from=', bad: ['', 'x', '2026-02-30', '26-1-1'] },
      { by: trainer.calls, path: '/sessions?from=2026-12-01&to=', bad: ['', 'x', '2026-13-01'] },
      { by: officer, path: '/staff?page=', bad: numbers },
      { by: officer, path: '/staff?size=', bad: [...numbers, '101'] },
      { by: records, path: '/records?deed=', bad: ['', 'x', 'toString'] },
      { by: records, path: '/records?from=', bad: ['', 'x', '2026-02-30'] },
      { by: records, path: '/records?account=', bad: anId },
      { by: house.nobody, path: '/articles?kind=', bad: ['', 'x', 'constructor'] },
      { by: house.nobody, path: '/articles?region=', bad: codes },
    ];
    // Files are compared when somebody asks for near ones; from here on there is nothing left to compare.
    await officer.get('/near-pairs');
  });
  afterAll(() => house.close());

  const sending = (
    method: Sending['method'],
    path: string,
    by: Caller,
    body: Body,
    optional: readonly string[] = [],
  ): Sending => ({ method, path, by, body, optional });

  /** What is wrong with the answer to bad input; nothing, when it is a refusal as it should be. */
  function complaint(what: string, { status, body, code }: Answer<unknown>): string[] {
    const message = (body as { message?: unknown } | undefined)?.message;
    const isRefusal =
      status >= 400 &&
      status < 500 &&
      code !== undefined &&
      Object.hasOwn(refusals, code) &&
      typeof message === 'string' &&
      /^[\u4e00-\u9fff].*。$/.test(message);
    return isRefusal ? [] : [`${what.slice(0, 120)} → ${status} ${JSON.stringify(body)?.slice(0, 200)}`];
  }

  /** The same body with one of its fields changed, however deep: `sessions.0.heldOn`. */
  function changed(body: Body, field: string, value: unknown): Body {
    const copy = structuredClone(body);
    const parts = field.split('.');
    const last = parts.pop()!;
    const holder = parts.reduce<Body>((part, name) => part[name] as Body, copy);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    return copy;
  }

  function fieldsOf(body: Body, above = ''): string[] {
    return Object.entries(body).flatMap(([name, value]) => {
      const here = `${above}${name}`;
      const [first] = Array.isArray(value) ? (value as unknown[]) : [];
      return typeof first === 'object' && first !== null
        ? [here, ...fieldsOf(first as Body, `${here}.0.`)]
        : [here];
    });
  }

  async function expectRefusals(asks: [string, () => Promise<Answer<unknown>>][]): Promise<void> {
    const before = await countRows(house);
    const complaints: string[] = [];
    for (const [what, ask] of asks) complaints.push(...complaint(what, await ask()));
    expect(complaints).toEqual([]);
    expect(await countRows(house)).toEqual(before);
  }

  it('is tried on every route that takes a body', () => {
    const tried = new Set(sendings.map(({ method, path }) => `${method} ${path.replace(anyId, ':id')}`));
    const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
      paths: Record<string, Record<string, { requestBody?: { content: object } }>>;
    };
    const taking = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs)
        .filter(([, { requestBody }]) => requestBody && 'application/json' in requestBody.content)
        .map(([verb]) => `${verb.toUpperCase()} ${path.replace('/api', '').replace(/{\w+}/g, ':id')}`),
    );
    // A pasted text may be as long as a request may be; its own spec is the corpus of hostile ones.
    expect(taking.filter((route) => !tried.has(route))).toEqual(['POST /article-imports/html']);
  });

  it('of the wrong kind, too large or missing is refused for every field of every body', async () => {
    await expectRefusals(
      sendings.flatMap(({ method, path, by, body, optional }) =>
        fieldsOf(body).flatMap((field) => {
          const value = field.split('.').reduce<unknown>((part, name) => (part as Body)[name], body);
          const isOptional = optional.includes(field);
          const wrong = [...otherKinds(value), ...tooMuch(value), ...(isOptional ? [] : [null, undefined])];
          return wrong.map((one): [string, () => Promise<Answer<unknown>>] => [
            `${method} ${path} with ${field} = ${JSON.stringify(one)?.slice(0, 60)}`,
            () => by.ask(method, path, changed(body, field, one)),
          ]);
        }),
      ),
    );
  });

  it('in a field that may be left out never surprises the server when it is null', async () => {
    for (const { method, path, by, body, optional } of sendings)
      for (const field of optional) {
        const { status } = await by.ask(method, path, changed(body, field, null));
        expect([`${method} ${path} ${field}`, status < 500]).toEqual([`${method} ${path} ${field}`, true]);
      }
  });

  it('with a field that nobody asked for is refused', async () => {
    await expectRefusals(
      sendings.flatMap(({ method, path, by, body }) =>
        ['isAdmin', 'womanid', 'constructor', 'id '].map(
          (extra): [string, () => Promise<Answer<unknown>>] => [
            `${method} ${path} with ${extra}`,
            () => by.ask(method, path, { ...body, [extra]: { prototype: true } }),
          ],
        ),
      ),
    );
  });

  it('that is no object, no JSON, too large or of an unknown type is refused', async () => {
    const json = 'application/json';
    await expectRefusals(
      sendings.flatMap(({ method, path, by, body }) => {
        const text = JSON.stringify(body);
        const broken: [string, string, string][] = [
          ['an array', `[${text}]`, json],
          ['an empty array', '[]', json],
          ['a number', '5', json],
          ['a text', '"x"', json],
          ['true', 'true', json],
          ['half of it', text.slice(0, -1), json],
          ['nothing but space', ' ', json],
          ['nothing', '', json],
          ['two of them', text + text, json],
          ['NaN', '{"capacity": NaN}', json],
          ['__proto__', `{"__proto__": {"isAdmin": true}, ${text.slice(1)}`, json],
          ['constructor.prototype', `{"constructor": {"prototype": {"a": 1}}, ${text.slice(1)}`, json],
          ['two megabytes', `{"pad": "${'x'.repeat(2 * 1024 * 1024)}", ${text.slice(1)}`, json],
          ['a thousand brackets', `${'['.repeat(1000)}${']'.repeat(1000)}`, json],
          ['a form', 'a=1&b[c]=2', 'application/x-www-form-urlencoded'],
          ['plain text', text, 'text/plain'],
          ['XML', '<a/>', 'application/xml'],
          ['a file', '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
        ];
        return broken.map(([name, payload, type]): [string, () => Promise<Answer<unknown>>] => [
          `${method} ${path} with ${name}`,
          () => by.send(method, path, payload, type),
        ]);
      }),
    );
  });

  it('sent to a route that needs no body is refused when it cannot be read', async () => {
    await expectRefusals(
      bodiless.flatMap(({ path, by }) =>
        [
          ['{', 'application/json'],
          ['<a/>', 'application/xml'],
        ].map(([payload, type]): [string, () => Promise<Answer<unknown>>] => [
          `POST ${path} with ${payload}`,
          () => by.send('POST', path, payload, type!),
        ]),
      ),
    );
  });

  it('in a query is refused, also when it is there twice, or nobody asked for it', async () => {
    await expectRefusals(
      queries.flatMap(({ by, path, bad }) => {
        const name = path.slice(path.search(/[^?&]*=$/), -1);
        return [...bad.map((value) => path + value), `${path}1&${name}=2`, `${path.slice(0, -1)}[a]=1`].map(
          (url): [string, () => Promise<Answer<unknown>>] => [`GET ${url}`, () => by.get(url)],
        );
      }),
    );
    await expectRefusals(
      queries.map(({ by, path }): [string, () => Promise<Answer<unknown>>] => {
        const url = `${path.split('?')[0]}?isAdmin=1`;
        return [`GET ${url}`, () => by.get(url)];
      }),
    );
  });

  it('in an address is refused', async () => {
    const ids = [
      ...['x', '1', '-1', 'null', 'undefined', '%00', '%27%20OR%201=1', '%E0%A4%A', '%', '%FF'],
      ...['0'.repeat(36), `${newId()}x`, 'x'.repeat(500), encodeURIComponent('<script>'), '__proto__'],
    ];
    const officer = sendings.find(({ path }) => path === '/venues')!.by;
    const routes = house.routes.filter((route) => route.includes(':id') && !route.startsWith('HEAD'));
    const trainer = sendings.find(({ path }) => path === '/attendance-marks')!.by;
    const allRoles = [herself.calls, officer, trainer];
    await expectRefusals(
      routes.flatMap((route) => {
        const [method = '', path = ''] = route.replace('/api', '').split(' ');
        return allRoles.flatMap((by) =>
          ids.map((id): [string, () => Promise<Answer<unknown>>] => [
            `${method} ${path.replace(':id', id)}`,
            () => by.ask(method as 'GET', path.replace(':id', id), method === 'GET' ? undefined : {}),
          ]),
        );
      }),
    );
  });

  it('to an address or with a verb that does not exist is refused', async () => {
    await expectRefusals(
      ['/', '/x', '/women/x/y/z', '//', '/../etc/passwd', '/women%2F..', '/WOMEN'].flatMap((path) =>
        (['GET', 'POST', 'PUT', 'DELETE'] as const).map(
          (method): [string, () => Promise<Answer<unknown>>] => [
            `${method} ${path}`,
            () => house.nobody.ask(method, path),
          ],
        ),
      ),
    );
  });

  it('leaves the server well', async () => {
    expect((await house.nobody.get('/health')).body).toEqual({ isWell: true });
    expect(({} as Body).isAdmin).toBeUndefined();
  });
});
