import { dayOf, daysLater } from '../../server/calendar/days.rules';
import { screens } from '../support/browser/chromium';
import { describeInBrowser, sees, tap } from './support/browsing';

jest.setTimeout(120_000);

const title = '编织精品班';

describeInBrowser('The whole way in Chromium on the browser build', (browsing) => {
  it('leads a woman, an officer and a trainer from a need to the register', async () => {
    const her = await browsing.signedIn('woman');
    await tap(her, '#main-step');
    const choices = ['family-handicraft', 'next', 'months-all', 'next', 'reach-300', 'next', 'next'];
    for (const choice of choices) await tap(her, `#${choice}`);
    await sees(her, '适合您');

    const officer = await browsing.signedIn('county', screens.desk);
    await tap(officer, '#room-demand');
    await tap(officer, '#cell-230129101-handicraft');
    await sees(officer, '李桂香');
    await tap(officer, '#open-from-cell');
    await officer.locator('#title input').fill(title);
    await officer.locator('.picker:has(#trainer) select:visible').selectOption({ index: 1 });
    await tap(officer, `#slot-${daysLater(dayOf(new Date()), 14)}-morning`);
    // Room for everybody, so that the lot cannot decide against her.
    await officer.locator('#capacity input').fill('200');
    await officer.locator('#minimum input').fill('1');
    await tap(officer, '#open');
    await sees(officer, '报名的妇女');

    await tap(her, '#to-home');
    await tap(her, '#to-batches');
    await tap(her, `.batch-card:has-text("${title}")`);
    await tap(her, '#apply');
    await sees(her, '名额按大家的需求统一分配');

    const trainer = await browsing.signedIn('trainer');
    await tap(trainer, '.session-today');
    await tap(trainer, '.roster-row .button');
    await sees(trainer, '到了1人');

    await browsing.house.passDays(12);
    const publisher = await browsing.signedIn('county', screens.desk);
    await tap(publisher, '#room-runs');
    await tap(publisher, '#draft');
    await publisher.locator('#draw-issue input').fill('2026325');
    await publisher.locator('#draw-number input').fill('385');
    await tap(publisher, '#draw');
    await tap(publisher, '#review');
    await tap(publisher, '#publish');
    await tap(publisher, '.taro-model__confirm');
    await sees(publisher, '已公布');

    const lucky = await browsing.signedIn('woman');
    await tap(lucky, '#to-mine');
    await sees(lucky, `给您安排了“${title}”`);
    await tap(lucky, '.batch-card:has-text("录取通知")');
    await tap(lucky, '#accept');
    await sees(lucky, '您已被录取');
  });

  it('takes a new helper from her invitation to her list, and lets a second browser in by scanning', async () => {
    const officer = await browsing.signedIn('county', screens.desk);
    await tap(officer, '#room-staff');
    await tap(officer, '#appoint');
    await tap(officer, '#role-helper');
    await officer.locator('#new-name input').fill('赵春梅');
    await officer.locator('.picker:has(#region-0) select:visible').selectOption({ index: 1 });
    await tap(officer, '#send-appointment');
    const code = await officer.locator('#invitation-code-shown').innerText();

    const helper = await browsing.door();
    await tap(helper, '#have-invitation');
    await helper.locator('#invitation-code input').fill(code);
    await tap(helper, '#read-invitation');
    await sees(helper, '赵春梅，您好');
    await helper.locator('#new-login input').fill('zhaochunmei');
    for (const field of ['#new-password', '#new-password-again'])
      await helper.locator(`${field} input`).fill('柳编-sui-2026-yanshou');
    await tap(helper, '#accept-invitation');
    await sees(helper, '给一位妇女建档');

    const again = await browsing.door();
    await again.locator('#login input').fill('zhaochunmei');
    await again.locator('#password input').fill('柳编-sui-2026-yanshou');
    await tap(again, '#sign-in');
    await sees(again, '给一位妇女建档');

    const waiting = await browsing.door();
    const asked = waiting.waitForResponse((response) => response.url().endsWith('/sign-in-tickets'));
    await tap(waiting, '#tab-scan');
    const { id } = (await (await asked).json()) as { id: string };
    await helper.goto(`${browsing.house.server.url}/#/office/scan/index?id=${id}`);
    await tap(helper, '#approve');
    await sees(waiting, '给一位妇女建档');
  });

  it('leaves no error in any page', () => {
    expect(browsing.errors).toEqual([]);
  });
});
