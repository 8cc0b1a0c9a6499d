import { newId } from '../../../server/database/new-id';
import { consentWords } from '../../../server/women/women.rules';
import { goodPassword } from './office';
import { aCard } from './people';
import { yanshou } from './places';

const someId = newId();
const anArticle = {
  ...{ kind: 'policy', title: '政策', summary: '', cover: 'cover-1', source: '县妇联' },
  ...{ regionCode: yanshou.county, blocks: [{ kind: 'paragraph', text: '正文' }], beganFrom: 1 },
};
const decision = { kind: 'waive', batchId: someId };

/** A body that each route which wants one takes in, whatever its id: for asking with ids that are not one's own. */
export const bodies: Readonly<Record<string, object>> = {
  'PUT /api/women/:id/need-card': aCard(),
  'POST /api/women/:id/consents': { purpose: 'story_words', agrees: true },
  'PUT /api/women/:id/profile': { beganFrom: 1 },
  'PUT /api/women/:id/village': { beganFrom: 1, villageCode: yanshou.villages[1], reason: '搬家' },
  'POST /api/women/:id/reveals': { what: 'phone', purpose: '通知她上课' },
  'POST /api/women/:id/erasure': { said: '本人书面申请' },
  'PUT /api/imports/:id/near-rows': { n: 2, isAnother: true },
  'POST /api/imports/:id/confirmation': { consentWords: consentWords.version, agrees: true },
  'POST /api/calls/:id/results': { result: 'told' },
  'PUT /api/sittings/:id': {
    ...{ kind: 'visit', heldOn: '2026-11-20', place: '活动室', regionCode: yanshou.township },
  },
  'PUT /api/sittings/:id/entries/:entryId': { womanId: someId, card: aCard() },
  'POST /api/batches/:id/enrolments': {},
  'POST /api/enrolments/:id/removal': { reason: '她搬走了' },
  'PUT /api/batch-plans/:id': {
    ...{
      title: '柳编',
      family: 'handicraft',
      reading: 0,
      isHeavy: false,
      trainerId: someId,
      venueId: someId,
    },
    sessions: [{ heldOn: '2026-12-20', half: 'morning' }],
    ...{ capacity: 5, minimum: 1, admission: 'direct', signUpUntil: '2026-12-05' },
  },
  'POST /api/batch-plans/:id/steps': { step: 'submit' },
  'PUT /api/trainers/:id': { name: '赵老师', speciality: '柳编' },
  'POST /api/trainers/:id/retirement': { isRetired: true },
  'PUT /api/venues/:id': { name: '文化站', regionCode: '230126100', address: '' },
  'POST /api/venues/:id/retirement': { isRetired: true },
  'PUT /api/sessions/:id/slot': { heldOn: '2026-12-20', half: 'morning' },
  'POST /api/batches/:id/cancellation': { reason: '教师病了' },
  'POST /api/enrolments/:id/opinion': { opinion: 'useful' },
  'POST /api/enrolments/:id/leaving-reason': { reason: 'farm_work' },
  'PUT /api/batches/:id/capacity': { capacity: 6 },
  'POST /api/assignment-runs/:id/trials': decision,
  'POST /api/assignment-runs/:id/decisions': { ...decision, reason: '她们村远，人少也要开' },
  'POST /api/sessions/:id/walk-ins': { id: newId(), womanId: someId },
  'POST /api/attendance-corrections/:id/decision': { isConfirmed: true },
  'PUT /api/articles/:id': anArticle,
  'PUT /api/articles/:id/unsaved': anArticle,
  'POST /api/articles/:id/submission': { revision: 1 },
  'POST /api/articles/:id/reviews': { revision: 1, verdict: 'passed', words: '' },
  'POST /api/articles/:id/remarks': { revision: 1, place: 0, kind: 'comment', words: '好' },
  'POST /api/article-remarks/:id/answer': { answer: 'settled' },
  'PUT /api/articles/:id/pin': { isPinned: true },
  'POST /api/women/:id/stories': { title: '她的故事', words: '她种木耳。' },
  'PUT /api/stories/:id': { title: '她的故事', words: '她种木耳。', photos: [], beganFrom: 1 },
  'POST /api/stories/:id/steps': { step: 'recommend', revision: 1 },
  'POST /api/checks/:id/appeal': { words: '请再看看' },
  'POST /api/checks/:id/decision': { passes: true, reason: '没有问题' },
  'POST /api/sign-in-tickets/:id/exchange': { key: goodPassword },
  'POST /api/staff/:id/offices': { role: 'helper', regionCode: '230126100' },
  'POST /api/staff/:id/offices/end': { role: 'helper', regionCode: '230126100' },
};

/** What each route that wants more than an id in its address takes in as well. */
const queries: Readonly<Record<string, string>> = {
  'GET /api/region-files/:code/women': '?of=all',
  'GET /api/imports/:id/rows': '?verdict=wrong',
  'GET /api/drafts/:id/comparison': '?from=1&to=1',
  'GET /api/lent-pictures/:id': '?key=x',
  'GET /api/sessions/:id/walk-ins/candidates': `?name=${encodeURIComponent('王')}`,
};

export const routesWithBodies = new Set([...Object.keys(bodies), ...Object.keys(queries)]);

export function bodyFor(route: string): object | undefined {
  return bodies[route] ?? (route.startsWith('GET ') ? undefined : {});
}

export function queryFor(route: string): string {
  return queries[route] ?? '';
}
