import type { AnnouncementView, CandidatesView } from '../../server/enrolments/candidates/candidates.view';
import type { BatchPlanView } from '../../server/courses/plans/plans.view';
import type { NoticeView } from '../../server/notices/notices.view';
import { Delivery } from '../../server/notices/delivery/delivery.entity';
import { Notice } from '../../server/notices/notice.entity';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, keepCard, type HouseWoman } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBatch, aPlan, giveUp, signUp, type SentBatch } from '../support/house/teaching';

describeHouse('Women who want to learn what a batch teaches', () => {
  let house: House;
  let officer: Caller;
  let batch: SentBatch;
  let women: HouseWoman[];
  beforeEach(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    batch = await aBatch(house, { capacity: 3 }, officer);
    women = [await aWoman(house), await aWoman(house), await aWoman(house), await aWoman(house)];
    await keepCard(women[0]!, { families: ['planting', 'handicraft'] });
    await keepCard(women[1]!);
    await keepCard(women[2]!, { freeMonths: [7] });
    await keepCard(women[3]!, { families: ['tourism'] });
  });
  afterEach(() => house.close());

  const list = async () =>
    granted(await officer.get<CandidatesView>(`/batches/${batch.id}/candidates`)) as Sent<CandidatesView>;
  const tell = (by = officer) => by.post<AnnouncementView>(`/batches/${batch.id}/announcement`);
  const inbox = async ({ id, calls }: HouseWoman) =>
    granted(await calls.get<NoticeView[]>(`/women/${id}/notices`)).map(({ sentence }) => sentence);

  it('are listed with their way, the dearest wish first, and the others counted by reason', async () => {
    const found = await list();
    expect(found).toMatchObject({
      ...{ suited: 2, untold: 2, mayTell: true },
      unsuited: [{ reason: 'PERIOD', name: '那个月没空', women: 1 }],
    });
    expect(found.women).toMatchObject([
      { womanId: women[1]!.id, wish: 1, wasTold: false, phone: null, isRegisteredPoor: false },
      { womanId: women[0]!.id, wish: 2, wasTold: false },
    ]);
    expect(found.women[0]!.villageName).toContain('六团镇');
  });

  it('are told once each, however often and by how many officers it is asked at once', async () => {
    const colleague = await countyOfficer(house, yanshou.county);
    const answers = await Promise.all([tell(), tell(colleague), tell()]);
    expect(answers.map((answer) => granted(answer).told).sort()).toEqual([0, 0, 2]);
    const sentence = '您想学的开班了：“柳编入门”，在六团镇文化站。想去请点进来报名。';
    for (const woman of women.slice(0, 2)) expect(await inbox(woman)).toEqual([sentence]);
    for (const woman of women.slice(2)) expect(await inbox(woman)).toEqual([]);
    expect((await list()).women.map(({ wasTold }) => wasTold)).toEqual([true, true]);
    const late = await aWoman(house);
    await keepCard(late);
    expect(granted(await tell())).toEqual({ told: 1, untold: 0 });
  });

  it('leave the list when they sign up or are signed up, and nobody calls them about it any more', async () => {
    granted(await tell());
    const open = () => house.database.rows.countBy(Delivery, { rung: 'wechat' });
    expect(await open()).toBe(2);
    const standing = await signUp(women[1]!, batch);
    granted(await officer.post(`/batches/${batch.id}/enrolments`, { womanId: women[0]!.id }));
    expect(await open()).toBe(0);
    expect(await list()).toMatchObject({ suited: 0, women: [] });
    const enrolled = granted(await officer.get<{ womanId: string }[]>(`/batches/${batch.id}/enrolments`));
    expect(enrolled.map(({ womanId }) => womanId).sort()).toEqual([women[0]!.id, women[1]!.id].sort());
    await giveUp(women[1]!, standing.enrolmentId);
    expect(await list()).toMatchObject({ suited: 0 });
  });

  it('with a course at the same time are not asked, and those who took back their consent are not there', async () => {
    const [{ heldOn, half } = batch.sessions[0]!] = batch.sessions;
    const other = await aBatch(house, { sessions: [{ heldOn, half }], title: '钩织' }, officer);
    await signUp(women[1]!, other);
    granted(
      await women[0]!.calls.post(`/women/${women[0]!.id}/consents`, { purpose: 'needs', agrees: false }),
    );
    expect(await list()).toMatchObject({
      suited: 0,
      unsuited: [
        { reason: 'PERIOD', women: 1 },
        { reason: 'CLASH', women: 1 },
      ],
    });
  });

  it('are told nothing of a batch that takes no sign-ups, and nobody calls them about a cancelled one', async () => {
    granted(await tell());
    house.setClock('2026-12-06T02:00:00Z');
    const later = await aWoman(house);
    await keepCard(later);
    const before = await dump(house);
    expect(await tell()).toMatchObject({ status: 409, code: 'batch.tellsNobody' });
    expect(await dump(house)).toEqual(before);
    expect(await list()).toMatchObject({ suited: 3, untold: 1, mayTell: false });
    house.setClock(monday);
    granted(await officer.post(`/batches/${batch.id}/cancellation`, { reason: '教师病了' }));
    expect(await house.database.rows.countBy(Delivery, { rung: 'wechat' })).toBe(0);
    expect(await tell()).toMatchObject({ status: 409, code: 'batch.cancelled' });
  });

  it('of another county are neither shown nor told, and its officer learns nothing of the batch', async () => {
    const foreign = await countyOfficer(house, bayan.county);
    const neighbour = await aWoman(house, { villageCode: bayan.village });
    await keepCard(neighbour);
    expect(await list()).toMatchObject({ suited: 2 });
    granted(await tell());
    expect(await inbox(neighbour)).toEqual([]);
    for (const answer of [await foreign.get(`/batches/${batch.id}/candidates`), await tell(foreign)])
      expect(answer).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect(await house.database.rows.countBy(Notice, { event: 'new_batch' })).toBe(2);
  });

  it('are listed for a batch that is only planned, so that an officer sees for whom she plans', async () => {
    const plan = await aPlan(house, officer, { title: '柳编提高' });
    const { batch: planned } = granted(await officer.post<BatchPlanView>('/batch-plans', plan));
    batch = planned as SentBatch;
    expect(await list()).toMatchObject({ suited: 2, untold: 2, mayTell: false });
    expect(await tell()).toMatchObject({ code: 'batch.tellsNobody' });
  });
});
