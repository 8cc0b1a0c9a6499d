jest.mock('@tarojs/taro', () => ({}));

import { awaitsNews, type Standing } from '../../miniapp/pages/batch/model';
import { byDay, leadsTo, type Notice } from '../../miniapp/pages/notices/model';

const aNotice = (other: Partial<Notice> = {}): Notice => ({
  ...{ id: '1', event: 'offered', batchId: null, articleId: null, sentence: '有课。' },
  createdAt: '2026-11-23T02:00:00.000Z',
  ...other,
});

describe('The inbox', () => {
  it('leads to the batch or the article that a notice speaks of', () => {
    expect(leadsTo(aNotice({ batchId: 'b' }))).toBe('/pages/batch/index?id=b');
    expect(leadsTo(aNotice({ articleId: 'a' }))).toBe('/pages/article/index?id=a');
    expect(leadsTo(aNotice())).toBeUndefined();
  });

  it('stands day by day, in Harbin’s days', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    const at = (...instants: string[]) => instants.map((createdAt) => aNotice({ createdAt }));
    const days = byDay(
      at(...['2026-11-23T09:00:00Z', '2026-11-22T16:00:00Z', '2026-11-22T15:59:00Z', '2026-11-20T02:00:00Z']),
      now,
    );
    expect(days.map(({ day, notices }) => [day, notices.length])).toEqual([
      ['今天', 2],
      ['昨天', 1],
      ['11月20日', 1],
    ]);
    expect(byDay([], now)).toEqual([]);
    expect(byDay(at('2025-12-31T02:00:00Z'), now).map(({ day }) => day)).toEqual(['2025年12月31日']);
  });
});

it('Messages are asked for once there is something to hear of', () => {
  const states = [
    'applied',
    'waiting',
    'offered',
    'enrolled',
    'declined',
    'lapsed',
    'completed',
    null,
  ] as const;
  const asked = states.filter((state) => awaitsNews({ state } as Standing));
  expect(asked).toEqual(['applied', 'waiting', 'offered', 'enrolled']);
});
