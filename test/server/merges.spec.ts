import { CheckIn } from '../../server/attendance/check-ins/check-in.entity';
import { Batch } from '../../server/courses/batch.entity';
import { newId } from '../../server/database/new-id';
import { movedTables } from '../../server/duplicates/merged-rows';
import type { MergePreviewView, MergeView, PastMergeView } from '../../server/duplicates/merges.view';
import { Enrolment, EnrolmentChange } from '../../server/enrolments/enrolment.entity';
import { NeedConfirmation } from '../../server/needs/need.entity';
import { SittingEntry } from '../../server/needs/sittings/sitting.entity';
import { RecordRow } from '../../server/records/record.entity';
import type { ProfileView, WomanChangeView } from '../../server/women/profiles.view';
import type { WomenPageView } from '../../server/women/women.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aCard, aWoman, countyOfficer, helper, keepCard, type HouseWoman } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBatch, signUp, standing, type SentBatch } from '../support/house/teaching';

describeHouse('Two files of one woman', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());

  /** A file that a helper opened: its woman never signed in. */
  async function aFile(by: Caller): Promise<string> {
    const entry = {
      name: '王秀英',
      villageCode: yanshou.villages[0],
      consentWords: 'needs-2026-11',
      agrees: true,
    };
    return granted(await by.post<{ id: string }>('/women', entry)).id;
  }
  const merge = (by: Caller, keptId: string, mergedId: string) =>
    by.post<MergeView>('/merges', { keptId, mergedId });
  const signUpFor = (by: Caller, { id }: SentBatch, womanId: string) =>
    by.post(`/batches/${id}/enrolments`, { womanId });
  const enrolmentsOf = (womanId: string) => house.database.rows.findBy(Enrolment, { womanId });

  async function twice(): Promise<{ her: HouseWoman; file: string; by: Caller }> {
    const by = await helper(house, yanshou.villages[0]);
    const her = await aWoman(house, { villageCode: yanshou.villages[0] });
    await keepCard(her);
    return { her, by, file: await aFile(by) };
  }

  it('become one: everything of the second is hers, and it stands on no list any more', async () => {
    const { her, file, by } = await twice();
    const batch = await aBatch(house, {}, officer);
    granted(await signUpFor(by, batch, file));
    const merged = granted(await merge(by, her.id, file));
    expect(merged).toMatchObject({ keptId: her.id, mergedId: file, endedEnrolments: 0, undoneAt: null });
    expect(await standing(her, batch)).toMatchObject({ state: 'enrolled' });
    expect(await by.get(`/women/${file}`)).toMatchObject({ status: 404, code: 'thing.notFound' });
    const { women } = granted(await by.get<WomenPageView>('/women?size=100'));
    expect(women.map(({ id }) => id)).not.toContain(file);
    expect(await house.database.rows.findBy(RecordRow, { womanId: her.id })).toMatchObject([
      { deed: 'merge' },
    ]);
  });

  it('in one batch keep the better seat, and the other seat is offered at once to who waits', async () => {
    const { her, file, by } = await twice();
    const batch = await aBatch(house, { capacity: 2 }, officer);
    granted(await signUpFor(by, batch, file));
    await signUp(her, batch);
    const waiting = await aWoman(house);
    expect(await signUp(waiting, batch)).toMatchObject({ state: 'waiting' });
    expect(granted(await merge(by, her.id, file)).endedEnrolments).toBe(1);
    expect(await standing(her, batch)).toMatchObject({ state: 'enrolled' });
    expect(await standing(waiting, batch)).toMatchObject({ state: 'offered' });
    expect(await house.database.rows.findOneByOrFail(Batch, { id: batch.id })).toMatchObject({ taken: 2 });
    const [second] = await enrolmentsOf(file);
    const changes = await house.database.rows.findBy(EnrolmentChange, { enrolmentId: second!.id });
    expect(changes.map(({ toState, reason }) => [toState, reason])).toEqual([
      ['enrolled', '帮办人代报'],
      ['removed', '两份档案合并'],
    ]);
  });

  it('one of whom only waits keep the seat of the other', async () => {
    const { her, file, by } = await twice();
    const batch = await aBatch(house, { capacity: 1 }, officer);
    granted(await signUpFor(by, batch, file));
    expect(await signUp(her, batch)).toMatchObject({ state: 'waiting' });
    granted(await merge(by, her.id, file));
    expect(await standing(her, batch)).toMatchObject({ state: 'enrolled' });
    expect(await house.database.rows.findOneByOrFail(Batch, { id: batch.id })).toMatchObject({ taken: 1 });
  });

  it('with seats in the same half day keep one of them', async () => {
    const { her, file, by } = await twice();
    const one = await aBatch(house, {}, officer);
    const [{ heldOn, half }] = one.sessions as [SentBatch['sessions'][number]];
    const other = await aBatch(house, { capacity: 1, sessions: [{ heldOn, half }] }, officer);
    await signUp(her, one);
    granted(await signUpFor(by, other, file));
    expect(granted(await merge(by, her.id, file)).endedEnrolments).toBe(1);
    expect(await standing(her, one)).toMatchObject({ state: 'enrolled' });
    expect(await house.database.rows.findOneByOrFail(Batch, { id: other.id })).toMatchObject({ taken: 0 });
  });

  it('that are two women after all are taken apart again, each with her own', async () => {
    const { her, file, by } = await twice();
    const batch = await aBatch(house, {}, officer);
    granted(await signUpFor(by, batch, file));
    const before = (await enrolmentsOf(file)).map(({ id }) => id);
    const { id } = granted(await merge(by, her.id, file));
    const undone = granted(await by.post<MergeView>(`/merges/${id}/undoing`));
    expect(undone.undoneAt).not.toBeNull();
    expect((await enrolmentsOf(file)).map((one) => one.id)).toEqual(before);
    expect(await standing(her, batch)).toMatchObject({ state: null });
    expect(await by.get(`/women/${file}`)).toMatchObject({ status: 200 });
    expect(granted(await by.post<MergeView>(`/merges/${id}/undoing`))).toEqual(undone);
  });

  it('bring her identity number and her history together, and give each its own back', async () => {
    const { her, file, by } = await twice();
    const identity = '11010519491231002X';
    const numberOf = async (id: string) =>
      granted(await by.get<ProfileView>(`/women/${id}/profile`)).identity;
    granted(await by.put(`/women/${file}/profile`, { beganFrom: 1, identity, education: 'primary' }));
    const { id } = granted(await merge(by, her.id, file));
    expect(await numberOf(her.id)).toBe('*****************X');
    const again = { name: '王秀英', villageCode: yanshou.villages[0], consentWords: 'needs-2026-11' };
    const known = await by.post<{ id: string }>('/women', { ...again, agrees: true, identity });
    expect(granted(known).id).toBe(her.id);
    const changes = granted(await by.get<WomanChangeView[]>(`/women/${her.id}/changes`));
    expect(changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['merged', 'education', 'identity', 'opened']),
    );
    granted(await by.post(`/merges/${id}/undoing`));
    expect([await numberOf(her.id), await numberOf(file)]).toEqual([null, '*****************X']);
    const { revision } = granted(await by.get<ProfileView>(`/women/${her.id}/profile`));
    const other = { beganFrom: revision, identity: '239901197403120022' };
    granted(await by.put(`/women/${her.id}/profile`, other));
    expect(await merge(by, her.id, file)).toMatchObject({ status: 409, code: 'merge.twoIdentities' });
  });

  it('are tried out first: what would come over, what would end, and nothing is written', async () => {
    const { her, file, by } = await twice();
    const batch = await aBatch(house, { title: '柳编' }, officer);
    granted(await signUpFor(by, batch, file));
    await signUp(her, batch);
    granted(await by.put(`/women/${file}/profile`, { beganFrom: 1, phone: '13904560001', notes: '爱唱歌' }));
    const before = await dump(house);
    const both = { keptId: her.id, mergedId: file };
    const preview = granted(await by.post<MergePreviewView>('/merges/previews', both));
    expect(preview).toMatchObject({ kept: { id: her.id, hasWechat: true }, merged: { id: file } });
    expect(preview).toMatchObject({ comes: ['手机号', '备注'], ends: ['柳编'], enrolments: 0 });
    expect(await dump(house)).toEqual(before);
    expect(granted(await merge(by, her.id, file)).endedEnrolments).toBe(1);
    expect(await by.post('/merges/previews', both)).toMatchObject({ status: 404 });
  });

  it('bring what only one of them knew, and give it back; what was written since then stays', async () => {
    const { her, file, by } = await twice();
    const facts = { phone: '13904560002', householdCode: '007-12', education: 'primary', notes: '爱唱歌' };
    granted(await by.put(`/women/${file}/profile`, { beganFrom: 1, ...facts }));
    granted(await by.put(`/women/${her.id}/profile`, { beganFrom: 1, education: 'junior' }));
    const { id } = granted(await merge(by, her.id, file));
    const profileOf = async (womanId: string) =>
      granted(await by.get<ProfileView>(`/women/${womanId}/profile`));
    const merged = { phone: '139****0002', householdCode: '007-12', education: 'junior', notes: '爱唱歌' };
    const now = await profileOf(her.id);
    expect(now).toMatchObject(merged);
    granted(await by.put(`/women/${her.id}/profile`, { beganFrom: now.revision, notes: '爱扭秧歌' }));
    const listed = granted(await by.get<PastMergeView[]>('/merges')).find((one) => one.id === id);
    expect(listed).toMatchObject({ keptId: her.id, keptName: '王秀英', byName: '周雅茹', undoneAt: null });
    granted(await by.post(`/merges/${id}/undoing`));
    const own = { phone: null, householdCode: null, education: 'junior', notes: '爱扭秧歌' };
    expect(await profileOf(her.id)).toMatchObject(own);
    expect(await profileOf(file)).toMatchObject({ phone: '139****0002', notes: '爱唱歌' });
    expect(
      granted(await by.get<PastMergeView[]>('/merges')).find((one) => one.id === id)!.undoneAt,
    ).not.toBeNull();
    const elsewhere = await helper(house, bayan.village);
    expect(granted(await elsewhere.get<PastMergeView[]>('/merges'))).toEqual([]);
  });

  it('bring what was heard and scanned of each: sittings, confirmations, check-ins; and give it back', async () => {
    const { her, file, by } = await twice();
    const { rows } = house.database;
    const [sittingId, other, sessionId, elsewhere] = [newId(), newId(), newId(), newId()];
    const at = house.now();
    const entry = (womanId: string, of: string): SittingEntry => ({
      id: newId(),
      sittingId: of,
      womanId,
      at,
    });
    const scan = (womanId: string, of: string): CheckIn => ({ id: newId(), sessionId: of, womanId, at });
    // In one sitting and in one half day both files were there: the second stays where it is.
    await rows.insert(SittingEntry, [entry(her.id, sittingId), entry(file, sittingId), entry(file, other)]);
    await rows.insert(CheckIn, [scan(her.id, sessionId), scan(file, sessionId), scan(file, elsewhere)]);
    granted(await by.put(`/women/${file}/need-card`, aCard({ families: ['tourism'] })));
    const counted = (womanId: string) =>
      Promise.all(
        [SittingEntry, CheckIn, NeedConfirmation].map((entity) =>
          rows.countBy(entity as typeof CheckIn, { womanId }),
        ),
      );
    const before = await Promise.all([her.id, file].map(counted));
    expect(before).toEqual([
      [1, 1, 1],
      [2, 2, 1],
    ]);
    const { id } = granted(await merge(by, her.id, file));
    expect(await Promise.all([her.id, file].map(counted))).toEqual([
      [2, 2, 2],
      [1, 1, 0],
    ]);
    granted(await by.post(`/merges/${id}/undoing`));
    expect(await Promise.all([her.id, file].map(counted))).toEqual(before);
  });

  it('leave behind no row of hers: a table that names a woman moves with her, or it is said here why not', () => {
    const stays = {
      ...{ woman_changes: 'a history is read over all her files', stories: 'read over all her files' },
      ...{ articles: 'follows its story', records: 'says what was done with that file' },
      ...{ need_cards: 'has no id: moved by itself', demand: 'derived', near_keys: 'derived' },
      ...{ run_outcomes: 'a run stays as it was computed; hers is read over all her files' },
      ...{ run_decisions: 'made about that file, and holds for the next dry run alone' },
    };
    const named = house.database.dataSource.entityMetadatas
      .filter(({ columns }) => columns.some(({ databaseName }) => databaseName === 'womanId'))
      .map(({ tableName }) => tableName);
    const moves = Object.values(movedTables).map(
      (entity) => house.database.dataSource.getMetadata(entity).tableName,
    );
    expect(named.sort()).toEqual([...moves, ...Object.keys(stays)].sort());
  });

  it('of which one has taken back her consent wait until she is asked', async () => {
    const { her, file, by } = await twice();
    granted(await by.post(`/women/${file}/consents`, { purpose: 'needs', agrees: false }));
    expect(await merge(by, her.id, file)).toMatchObject({ status: 409, code: 'merge.consentsDiffer' });
    granted(await by.post(`/women/${file}/consents`, { purpose: 'needs', agrees: true }));
    granted(await merge(by, her.id, file));
  });

  it('are merged once by two colleagues at once, and not with themselves, nor across counties, nor with two phones', async () => {
    const { her, file, by } = await twice();
    const other = await aWoman(house, { villageCode: yanshou.villages[0] });
    const foreign = await aWoman(house, { villageCode: bayan.village });
    const before = await dump(house);
    expect(await merge(by, her.id, her.id)).toMatchObject({ status: 400, code: 'merge.sameFile' });
    expect(await merge(by, her.id, other.id)).toMatchObject({ status: 409, code: 'merge.twoAccounts' });
    expect(await merge(by, her.id, foreign.id)).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect(await dump(house)).toEqual(before);
    const answers = await Promise.all([merge(by, her.id, file), merge(officer, her.id, file)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});
