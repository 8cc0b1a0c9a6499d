import {
  nearest,
  pageOfTask,
  sayTask,
  taskEvents,
  taskMessage,
} from '../../server/notices/tasks/tasks.rules';
import { ways } from '../../server/notices/ladder.rules';
import { ownPage } from '../../miniapp/arrival/arrival';
import { pagesOfTheApp } from '../journeys/support/pages-of-the-app';
import { fill } from '../../server/wechat/templates.rules';

const now = new Date('2026-11-23T02:00:00Z');
const facts = {
  title: '寒地大棚蔬菜种植与管理技术培训班（第二期）',
  placeName: '延寿县',
  reason: '离村太远，请换到乡里',
  review: '一审',
};

describe('A task of the staff', () => {
  it.each(taskEvents)(
    '%s is told in WeChat and nowhere else, in a sentence, and leads to a page of ours',
    (event) => {
      expect(ways[event]).toEqual({ template: 'task', rungs: ['wechat'] });
      expect(sayTask(event, facts)).toMatch(/^[^。]+。([^。]+。)?$/);
      const page = pageOfTask(event, '0193f0a2-7c4e-7d11-9f3b-5a0c8e7d6b42');
      expect(ownPage(page)).toBe(page);
      expect(pagesOfTheApp()).toContain(page.slice(1).split('?')[0]);
    },
  );

  it.each(taskEvents)('%s fits the fields of a template', (event) => {
    const template = { id: 'T', fields: { thing1: 'title', date2: 'day', thing3: 'note' } } as const;
    const filled = fill(template, taskMessage(event, facts, now));
    expect(filled).toMatchObject({ fields: { date2: '2026年11月23日' } });
    const { note } = taskMessage(event, facts, now);
    expect([...note].length).toBeLessThanOrEqual(20);
  });

  it('says no more than its row holds', () => {
    expect([...sayTask('batch_sent_back', { ...facts, reason: '远'.repeat(300) })]).toHaveLength(200);
  });
});

describe('Who is asked', () => {
  const office = (accountId: string, regionCode: string) => ({ accountId, regionCode });
  it.each([
    ['nobody where nobody could', [], []],
    [
      'the village’s own helper before the township',
      [office('b', '230129101'), office('a', '230129101201')],
      ['a'],
    ],
    [
      'all of the nearest office, each once',
      [office('b', '230129'), office('a', '230129'), office('a', '230129'), office('c', '2301')],
      ['a', 'b'],
    ],
    ['the city where no county has anybody', [office('c', '2301')], ['c']],
  ])('%s', (_, offices, asked) => {
    expect(nearest(offices)).toEqual(asked);
  });
});
