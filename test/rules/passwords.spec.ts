import fc from 'fast-check';
import { decidePassword, isLogin } from '../../server/accounts/credentials/passwords.rules';
import { countTry, waitOf, waitsFrom, type Counted } from '../../server/accounts/credentials/waits.rules';
import { deviceNameOf, endOf, holds } from '../../server/accounts/sign-ins.rules';
import { neighbourhoodOf, sayWait, take, type Window } from '../../server/http/limits.rules';
import { newCode, tidyCode } from '../../server/secrecy/tokens';

const at = new Date('2026-11-23T02:00:00.000Z');
const after = (ms: number) => new Date(at.getTime() + ms);
const day = 24 * 3_600_000;

describe('A password', () => {
  it.each([
    ...[
      '1234567890',
      '0123456789',
      '12345678901234',
      'qwertyuiop',
      'qwertyuiop123',
      '1q2w3e4r1q',
      'aaaaaaaaaaaa',
    ],
    ...[
      'password123',
      'Password2026',
      'P@ssword1234'.toLowerCase(),
      'admin123456',
      'iloveyou123',
      'woaini1314',
    ],
    ...[
      'abcdefghij',
      'zxcvbnm123',
      'abcabcabcabc',
      'ababababab',
      'zhouyaru12',
      'zhouyaruzhouyaru',
      'fulian2026',
    ],
    ...['harbin2026', 'jinguo2026!', '妇联妇联妇联妇联妇联', 'short', '', '1111122222'],
  ])('such as %s is too easy', (password) => {
    expect(decidePassword(password, 'zhouyaru')).toEqual({ refused: 'password.weak' });
  });

  it.each([
    '柳编-sui-2026-yanshou',
    'correct horse battery',
    'T4kx!m9Qz2',
    '秋天的白桦林里有狐狸',
    'mo7-guli-92hua',
  ])('such as %s will do', (password) => {
    expect(decidePassword(password, 'zhouyaru')).toEqual({ fits: true });
  });

  it('made by chance of twelve letters nearly always will do', () => {
    const letters = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { minLength: 16, maxLength: 16 }), (some) => {
        fc.pre(new Set(some.map((one) => one.toLowerCase())).size >= 8);
        expect(decidePassword(some.join(''), 'zhouyaru')).toEqual({ fits: true });
      }),
    );
  });

  it('has a login name beside it that is no phone number', () => {
    for (const good of ['abc', 'zhou.yaru', 'a-1_2', 'x'.repeat(30)]) expect(isLogin(good)).toBe(true);
    for (const bad of ['ab', '13812345678', '1ab', 'Abc', '周雅茹', 'a b', '', 'x'.repeat(31), 'abc\n'])
      expect(isLogin(bad)).toBe(false);
  });
});

describe('Waiting after failures', () => {
  const kinds = Object.keys(waitsFrom) as Counted[];

  it('never exceeds fifteen minutes, never lasts a day, and shrinks as time passes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.nat(1_000_000),
        fc.integer({ min: -10 * day, max: 10 * day }),
        (kind, failures, since) => {
          const wait = waitOf(kind, failures, at, after(since));
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(15 * 60_000);
          if (since >= 0) expect(waitOf(kind, failures, at, after(since + 15 * 60_000))).toBe(0);
          if (failures < waitsFrom[kind]) expect(wait).toBe(0);
        },
      ),
    );
  });

  it('begins with the fifth, and grows', () => {
    const waits = [4, 5, 6, 7, 8, 9, 10].map((failures) => waitOf('address', failures, at, at) / 1000);
    expect(waits).toEqual([0, 30, 60, 120, 300, 900, 900]);
  });

  it('counts from one again after a day', () => {
    expect(countTry(7, at, after(day - 1))).toBe(8);
    expect(countTry(7, at, after(day))).toBe(1);
  });
});

describe('A sign-in', () => {
  it('in a browser holds seven days at most, and twelve hours without use', () => {
    const expiresAt = endOf('browser', at);
    expect(expiresAt).toEqual(after(7 * day));
    const seen = { kind: 'browser', expiresAt, lastSeenAt: after(day) } as const;
    expect(holds(seen, after(day + day / 2 - 1))).toBe(true);
    expect(holds(seen, after(day + day / 2))).toBe(false);
    expect(holds({ ...seen, lastSeenAt: after(7 * day - 1) }, after(7 * day))).toBe(false);
  });

  it('is called by our own words, whatever the browser says of itself', () => {
    const weixin = 'Mozilla/5.0 (Linux; Android 13) Chrome/107 Mobile Safari/537.36 MicroMessenger/8.0';
    expect(deviceNameOf(weixin)).toBe('安卓手机 · 微信');
    expect(deviceNameOf('Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537.36 Edg/120')).toBe(
      'Windows 电脑 · Edge',
    );
    expect(deviceNameOf('<script>市妇联的电脑</script>')).toBe('不知名的设备');
    expect(deviceNameOf(undefined)).toBe('不知名的设备');
  });
});

describe('A limit', () => {
  it('lets so many through in any minute that begins with the first, wherever the clock jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 }), (steps) => {
        let window: Window | undefined;
        let now = 0;
        const let_: number[] = [];
        for (const step of steps) {
          now += step;
          const answer = take(window, 3, now);
          if ('waitMs' in answer) {
            expect(answer.waitMs).toBeGreaterThan(0);
            continue;
          }
          window = answer.window;
          let_.push(now);
          expect(let_.filter((one) => one >= window!.from)).toHaveLength(window.count);
          expect(window.count).toBeLessThanOrEqual(3);
        }
      }),
    );
    expect(take({ from: 90_000, count: 3 }, 3, 10)).toEqual({ window: { from: 10, count: 1 } });
  });

  it('knows neighbours by their address', () => {
    expect(neighbourhoodOf('192.0.2.1')).toBe('192.0.2.1');
    expect(neighbourhoodOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(neighbourhoodOf('2001:0DB8:0:2::9')).toBe('2001:db8:0:2::/64');
    expect(neighbourhoodOf('2001:db8:0:2:1:2:3:4')).toBe('2001:db8:0:2::/64');
    expect(neighbourhoodOf('::1')).toBe('0:0:0:0::/64');
    expect(neighbourhoodOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });

  it('says how long in words', () => {
    expect([1, 1_000, 59_001, 61_000, 900_000].map(sayWait)).toEqual([
      '1秒',
      '1秒',
      '1分钟',
      '2分钟',
      '15分钟',
    ]);
  });
});

describe('A code that is handed out', () => {
  it('has ten letters that are not taken for one another, in any writing the same', () => {
    const codes = Array.from({ length: 500 }, newCode);
    expect(new Set(codes).size).toBe(500);
    for (const code of codes) {
      expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{5}-[A-HJKMNP-TV-Z2-9]{5}$/);
      expect(tidyCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code.replace('-', ''));
    }
  });
});
