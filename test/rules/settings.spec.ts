import { databaseUrlFrom } from '../../config/cloud-settings';
import { readSettings } from '../../config/settings';

describe('Settings of a cloud', () => {
  it('take the database that the platform gives, unless another is named', () => {
    const given = { MYSQL_ADDRESS: '10.0.0.5:3306', MYSQL_USERNAME: 'root', MYSQL_PASSWORD: 'a/b@c:d' };
    expect(databaseUrlFrom(given)).toBe('mysql://root:a%2Fb%40c%3Ad@10.0.0.5:3306/jinguo');
    expect(databaseUrlFrom({ ...given, MYSQL_DATABASE: 'other' })).toMatch(/\/other$/);
    expect(databaseUrlFrom({ ...given, DATABASE_URL: 'sqlite:x' })).toBe('sqlite:x');
    expect(databaseUrlFrom({})).toBe('sqlite:data/jinguo.db');
  });

  it('want all of the object storage, or nothing of it', () => {
    const all = {
      ...{ S3_URL: 'https://b.example.org/', S3_REGION: 'r', S3_ACCESS_KEY_ID: 'i' },
      S3_SECRET_ACCESS_KEY: 's',
    };
    expect(readSettings(all).objectStore?.url).toBe('https://b.example.org');
    expect(readSettings({}).objectStore).toBeUndefined();
    expect(() => readSettings({ ...all, S3_REGION: '' })).toThrow('S3_REGION missing');
    expect(() => readSettings({ ...all, S3_URL: 'ftp://x' })).toThrow('S3_URL must begin');
  });

  it('of messages are refused in words when they cannot be', () => {
    expect(() => readSettings({ WECHAT_TEMPLATES: 'x=1' })).toThrow('WECHAT_TEMPLATES');
    expect(() => readSettings({ SMS_SECRET_ID: 'x' })).toThrow('SMS_SECRET_KEY');
    expect(() => readSettings({ NOTICE_REST_DAYS: '7' })).toThrow('NOTICE_REST_DAYS');
    expect(() => readSettings({ NOTICE_DAY_FROM: '20', NOTICE_DAY_UNTIL: '8' })).toThrow('NOTICE_DAY_FROM');
  });

  it('trust the gateway only when they say so', () => {
    expect(readSettings({}).wechat.isBehindGateway).toBe(false);
    expect(readSettings({ WECHAT_GATEWAY: 'on' }).wechat.isBehindGateway).toBe(true);
    expect(() => readSettings({ WECHAT_GATEWAY: 'yes' })).toThrow('WECHAT_GATEWAY');
  });
});
