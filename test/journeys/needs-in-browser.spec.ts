import { monthToPlan } from '../../miniapp/office/open-batch/model';
import { dayOf, daysLater, sayMonth } from '../../server/calendar/days.rules';
import type { PlanningView } from '../../server/courses/batches.view';
import type { BatchPlanView } from '../../server/courses/plans/plans.view';
import type { NoticeView } from '../../server/notices/notices.view';
import { screens } from '../support/browser/chromium';
import { describeInBrowser, sees, tap } from './support/browsing';

jest.setTimeout(180_000);

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const today = dayOf(new Date());
/** A winter month in which twenty women have time and that has enough days left to sign up before it. */
const month = [1, 2].find((one) => `${monthToPlan(one, today)}-28` > daysLater(today, 10))!;
/** The browser says so by itself when it has no line, and of the half day that was taken. */
const isAsked = (error: string) =>
  error.includes('ERR_INTERNET_DISCONNECTED') || error.includes('status of 409');

describeInBrowser('Needs in Chromium', (browsing) => {
  it('lets a helper enter twenty women by keyboard alone, over the loss of the line', async () => {
    const helper = await browsing.signedIn('helper', screens.desk);
    await tap(helper, '#room-sitting');
    await tap(helper, '#kind-meeting');
    await helper.locator('#place input').fill('团山村活动室');
    await tap(helper, '#begin-sitting');
    const { keyboard } = helper;
    for (const [at, surname] of [...surnames].entries()) {
      if (at === 8) await helper.context().setOffline(true);
      if (at === 15) await helper.context().setOffline(false);
      await helper.locator('#sitting-name input:focus').waitFor();
      await keyboard.insertText(`${surname}春燕`);
      await keyboard.press('Enter');
      await helper.locator('#agrees').waitFor();
      await keyboard.press('y');
      await helper.locator('#agrees .choice-mark').waitFor();
      await keyboard.press('n');
      for (const step of [
        ['families', '5', '1'] as const,
        ['months', 'w'] as const,
        ['reach', '2', 'c'] as const,
      ]) {
        await helper.locator(`#ask-${step[0]}`).waitFor();
        for (const key of step.slice(1)) await keyboard.press(key);
        await keyboard.press('Enter');
      }
    }
    await sees(helper, '记了20位，0位等信号');
    const [sitting] = (await browsing.house.ask('helper', 'GET', '/sittings')) as {
      id: string;
      women: number;
    }[];
    expect(sitting).toMatchObject({ women: 20, place: '团山村活动室', kindName: '座谈会' });
    const whole = (await browsing.house.ask('helper', 'GET', `/sittings/${sitting!.id}`)) as {
      entries: { name: string; womanId: string }[];
    };
    expect(whole.entries.map(({ name }) => name.charAt(0)).sort()).toEqual([...surnames].sort());
    const path = `/women/${whole.entries[10]!.womanId}/need-card`;
    expect(await browsing.house.ask('helper', 'GET', path)).toMatchObject({
      card: {
        ...{ families: ['handicraft', 'planting'], freeMonths: [1, 2, 3, 11, 12], farthestKm: 20 },
        ...{ needsChildCare: true, source: 'meeting' },
      },
    });
    await tap(helper, '#finish-sitting');
    await sees(helper, '从哪儿听来的');
  });

  it('keeps a need tapped without a signal, and sends it by itself', async () => {
    const her = await browsing.signedIn('woman');
    await tap(her, '#to-need');
    for (const choice of ['family-tourism', 'next', 'months-winter', 'next', 'reach-20', 'next'])
      await tap(her, `#${choice}`);
    await her.context().setOffline(true);
    await tap(her, '#next');
    await sees(her, '先存在手机里');
    await her.context().setOffline(false);
    await sees(her, '第1步');
    const me = (await browsing.house.ask('woman', 'GET', '/me')) as { womanId: string };
    expect(await browsing.house.ask('woman', 'GET', `/women/${me.womanId}/need-card`)).toMatchObject({
      card: { families: ['tourism'], farthestKm: 20, source: 'herself' },
    });
  });

  it('lets a helper tap what a woman told her, and leads an officer from the board to who left and why', async () => {
    const helper = await browsing.signedIn('helper', screens.desk);
    await tap(helper, '#room-feedback');
    await tap(helper, '.line');
    const first = helper.locator('.heard:visible').first();
    const womanId = (await first.getAttribute('id'))!.replace('heard-', '');
    await tap(helper, `[id="${womanId}-opinion-fair"], [id="${womanId}-reason-far"]`);
    await sees(helper, '说还可以');

    const officer = await browsing.signedIn('county', screens.desk);
    await tap(officer, '#room-demand');
    await officer.locator('.board-left').first().click();
    await tap(officer, '#past #said-women');
    await officer.locator('#past .said-line').first().waitFor();
    await tap(officer, '#past #tab-unfinished');
    await sees(officer, '没学完：');

    const city = await browsing.signedIn('city', screens.desk);
    await tap(city, '#room-demand');
    await city.locator('.board-left').first().click();
    await city.locator('#past').waitFor();
    expect(await city.locator('#past .line-name').count()).toBe(0);
  });

  it('shows the city numbers and no name, and lets it ask for approval', async () => {
    const city = await browsing.signedIn('city', screens.desk);
    await tap(city, '#room-demand');
    await tap(city, '#cell-230129-handicraft');
    await city.locator('#behind .board-month').first().waitFor();
    expect(await city.locator('#behind .line-name').count()).toBe(0);
    await tap(city, '#room-approvals');
    await tap(city, '#approval-rule');
    await sees(city, '区县开班要先报审批');
  });

  it('leads an officer from a number of the map to an approved, open batch with its women in it', async () => {
    const officer = await browsing.signedIn('county', screens.desk);
    await tap(officer, '#room-demand');
    await tap(officer, `#tab-${month}`);
    await tap(officer, '#tab-map');
    await tap(officer, '#tab-handicraft');
    await tap(officer, '#tile-230129101');
    await officer.locator('#behind .line-name').first().waitFor();
    const download = officer.waitForEvent('download');
    await tap(officer, '#board-workbook');
    expect((await download).suggestedFilename()).toMatch(/^需求看板.*\.xlsx$/);

    // Course, trainer, place and month stand already; she says on which days.
    await tap(officer, '#open-from-cell');
    await sees(officer, `六团镇想学手工编织、${month}月有空的`);
    await sees(officer, sayMonth(monthToPlan(month, today)));
    const course = await officer.locator('#title input').inputValue();
    expect(course).not.toBe('');
    const slot = officer.locator('.month-free:visible').last();
    const [, heldOn = '', half] = /slot-(.{10})-(\w+)/.exec((await slot.getAttribute('id')) ?? '') ?? [];
    await slot.click();

    // What cannot be is said where it is mended: on the button, and the server's word above it.
    const says = (words: string) => officer.locator(`#submit:visible:has-text("${words}")`).waitFor();
    await officer.locator('#minimum input').fill('21');
    await says('最低人数不能超过名额');
    await officer.locator('#minimum input').fill('1');
    await tap(officer, '#jointly');
    await says('请写和谁合办');
    await officer.locator('#joint-with input').fill('县人社局');
    await officer.locator('#budget input').fill('-5');
    await says('预算请填钱数');
    await officer.locator('#budget input').fill('3500.50');
    const { trainers, venues, courses } = (await browsing.house.ask(
      'county',
      'GET',
      '/planning',
    )) as PlanningView;
    const trainerId = trainers.find(({ families }) => families.includes('handicraft'))!.id;
    const colleagues = (await browsing.house.ask('county', 'POST', '/batch-plans', {
      ...courses.find(({ title }) => title === course)!,
      ...{ id: undefined, completeShare: undefined, trainerId, venueId: venues.at(-1)!.id },
      ...{ sessions: [{ heldOn, half }], capacity: 2, minimum: 1, admission: 'direct', signUpUntil: today },
    })) as BatchPlanView;
    await tap(officer, '#by-turn');
    await tap(officer, '#submit');
    await officer.locator('#refused:visible:has-text("这位教师那个半天已经有课")').waitFor();
    await tap(officer, '.taro-model__confirm');
    const cancelled = `/batches/${colleagues.batch.id}/cancellation`;
    await browsing.house.ask('county', 'POST', cancelled, { reason: '和别的班重了' });
    await tap(officer, '#submit');
    await sees(officer, '和县人社局合办');
    await sees(officer, '预算3500.5元');
    await officer.locator('#candidates:visible .line-name').first().waitFor();

    const city = await browsing.signedIn('city', screens.desk);
    await tap(city, '#room-approvals');
    await tap(city, '#waiting .line');
    await tap(city, '#step-approve');
    await sees(city, '已批准');

    await tap(officer, '#room-desk');
    await tap(officer, '.line:has-text("1个班批准了，可以开班")');
    await tap(officer, '.line:has-text("已批准")');
    await tap(officer, '#step-open');
    await officer.waitForURL((url) => url.hash.includes('office/batch/'));
    await tap(officer, '#tell');
    await officer.locator('#candidates:visible .tag:has-text("告诉过了")').first().waitFor();
    const hers = officer.locator('[id^=candidate-]:visible:has-text("春燕")').first();
    const womanId = ((await hers.getAttribute('id')) ?? '').replace('candidate-', '');
    await tap(officer, `#sign-up-${womanId}`);
    await tap(officer, '.taro-model__confirm');
    await officer.locator(`#enrolled-${womanId}:visible:has-text("已录取")`).waitFor();
    await officer.locator(`#candidate-${womanId}`).waitFor({ state: 'detached' });
    const told = (await browsing.house.ask('county', 'GET', `/women/${womanId}/notices`)) as NoticeView[];
    expect(told.map(({ event }) => event).filter((event) => event !== 'article')).toEqual([
      ...['enrolled', 'new_batch'],
    ]);
  });

  it('leaves no error in any page', () => {
    expect(browsing.errors.filter((error) => !isAsked(error))).toEqual([]);
  });
});
