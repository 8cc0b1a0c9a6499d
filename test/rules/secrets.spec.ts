import { randomBytes } from 'node:crypto';
import { readSettings, SettingsError } from '../../config/settings';
import { refusals } from '../../server/http/refusals';
import { noticeEvents, sayNotice } from '../../server/notices/notices.rules';
import { maskPhone, shortenName } from '../../server/secrecy/mask.rules';
import { Seal } from '../../server/secrecy/seal';

const keys = { sealKey: randomBytes(32), sealKeyId: 'k1', searchKey: randomBytes(32) };
const good = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://example.org/',
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: 'a'.repeat(16) + 'b'.repeat(16),
  DATA_KEY: `k1:${randomBytes(32).toString('base64')}`,
  SEARCH_KEY: randomBytes(32).toString('base64'),
};

describe('A sealed number', () => {
  it('opens to itself, never looks alike twice, and is found again by its mark', () => {
    const seal = new Seal(keys);
    expect(seal.open(seal.seal('13800005678'))).toBe('13800005678');
    expect(seal.seal('13800005678')).not.toBe(seal.seal('13800005678'));
    expect(seal.mark('13800005678')).toBe(new Seal(keys).mark('13800005678'));
    expect(new Seal({ ...keys, searchKey: randomBytes(32) }).mark('13800005678')).not.toBe(
      seal.mark('13800005678'),
    );
  });

  it('does not open when it was changed, or with another key', () => {
    const sealed = new Seal(keys).seal('13800005678');
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => new Seal(keys).open(changed)).toThrow();
    expect(() => new Seal({ ...keys, sealKey: randomBytes(32) }).open(sealed)).toThrow();
    expect(() => new Seal({ ...keys, sealKeyId: 'k2' }).open(sealed)).toThrow('k1');
  });

  it('leaves the server masked, and names on public lists are shortened letter by letter', () => {
    expect(maskPhone('13800005678')).toBe('138****5678');
    expect(['王秀英', '李梅', '丫', '𠮷玉兰', '阿依古丽·买买提'].map(shortenName)).toEqual([
      '王某英',
      '李某',
      '丫',
      '𠮷某兰',
      '阿某提',
    ]);
  });
});

describe('In production', () => {
  it('good secrets start, and nothing stands in for them', () => {
    expect(readSettings(good)).toMatchObject({ production: true, port: 3000 });
  });

  it.each(['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'DATA_KEY', 'SEARCH_KEY'])(
    'a missing %s is named',
    (name) => {
      expect(() => readSettings({ ...good, [name]: undefined })).toThrow(new RegExp(`${name} is missing`));
    },
  );

  it('several bad settings are named at once, and no secret is printed', () => {
    const bad = {
      ...good,
      WECHAT_APP_SECRET: 'short-and-secret',
      SEARCH_KEY: Buffer.alloc(32, 7).toString('base64'),
      PORT: '70000',
      DATABASE_URL: 'oracle://x',
    };
    const thrown = (() => {
      try {
        return readSettings(bad);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(SettingsError);
    expect((thrown as SettingsError).problems).toHaveLength(4);
    expect((thrown as SettingsError).message).not.toContain('short-and-secret');
  });

  it('the public example keys are refused', () => {
    const examples = readSettings({}).secrecy;
    expect(() => readSettings({ ...good, SEARCH_KEY: examples.searchKey.toString('base64') })).toThrow(
      'SEARCH_KEY is a public example',
    );
  });
});

describe('What is said', () => {
  it.each(Object.entries(refusals))(
    'for the refusal %s is a whole Chinese sentence with an expected status',
    (_code, [status, sentence]) => {
      expect(sentence).toMatch(/^[\u4e00-\u9fff].*。$/);
      expect(status === 503 || (status >= 400 && status < 500)).toBe(true);
    },
  );

  it.each(noticeEvents)('in the notice %s fits its column with the longest title', (event) => {
    const sentence = sayNotice(event, {
      title: '长'.repeat(30),
      startsOn: '2026-12-31',
      answerBy: '12月31日',
    });
    expect(sentence.length).toBeLessThanOrEqual(200);
    expect(sentence).toMatch(/。$/);
  });
});
