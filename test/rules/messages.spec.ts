import { templateKinds } from '../../server/notices/ladder.rules';
import { messageFacts, noticeEvents } from '../../server/notices/notices.rules';
import { authorizationOf } from '../../server/notices/sms/tc3';
import { fill, isSubscribeKey, readTemplates, shorten } from '../../server/wechat/templates.rules';
import { brokenField } from '../support/wechat/field-rules';

const read = (text: string) => readTemplates(text, templateKinds, isSubscribeKey);

describe('Templates in the settings', () => {
  it('are read by kind, with the fact for each key', () => {
    expect(read('result=AbC-1:thing1=title,date2=day,thing3=note  change=D_2:thing4=note')).toEqual({
      result: { id: 'AbC-1', fields: { thing1: 'title', date2: 'day', thing3: 'note' } },
      change: { id: 'D_2', fields: { thing4: 'note' } },
    });
    expect(read('')).toEqual({});
  });

  it.each([
    'offer=T:thing1=title',
    'result=T',
    'result=T:thing1=name',
    'result=T:date1=title',
    'result=T:name1=day',
  ])('are refused in words when they cannot be: %s', (text) => expect(typeof read(text)).toBe('string'));
});

describe('A message', () => {
  const template = { id: 'T', fields: { thing1: 'title', date2: 'day', thing3: 'note' } } as const;

  it.each(noticeEvents)('of %s is one that WeChat takes, with the longest names', (event) => {
    const slot = { heldOn: '2026-12-31', half: 'afternoon' } as const;
    const facts = { title: '寒'.repeat(30), startsOn: '2026-12-31', answerBy: '12月31日', movedTo: slot };
    const filled = fill(template, messageFacts(event, facts));
    if ('broken' in filled) throw new Error(filled.broken);
    const data = Object.fromEntries(Object.entries(filled.fields).map(([key, value]) => [key, { value }]));
    expect(brokenField(data)).toBeUndefined();
    expect(filled.fields.thing3).not.toContain('…');
  });

  it('is not sent when a field cannot hold what it should', () => {
    const facts = { title: 'Word 入门', day: '2026-12-31', note: '恭喜结业啦' };
    const fields = (key: string) => fill({ id: 'T', fields: { [key]: 'title' } }, facts);
    expect(fields('thing1')).toEqual({ fields: { thing1: 'Word 入门' } });
    expect(fields('phrase1')).toEqual({ broken: 'phrase1' });
    expect(fields('name1')).toEqual({ broken: 'name1' });
    expect(fields('character_string1')).toEqual({ broken: 'character_string1' });
    expect(fill(template, { ...facts, title: '😀' })).toEqual({ broken: 'thing1' });
    expect(fill(template, { ...facts, day: '' })).toEqual({ broken: 'date2' });
  });

  it.each([
    ['柳编入门', '柳编入门'],
    ['寒'.repeat(20), '寒'.repeat(20)],
    ['寒'.repeat(21), `${'寒'.repeat(19)}…`],
    ['寒地大棚蔬菜种植与管理技术培训班（第二期）', '寒地大棚蔬菜种植与管理技术培…（第二期）'],
    ['寒地大棚蔬菜种植与管理技术培训(十二月的班)', '寒地大棚蔬菜种植与管理技…(十二月的班)'],
  ])('shortens %s to %s', (title, short) => {
    expect(shorten(title, 20)).toBe(short);
    expect([...short].length).toBeLessThanOrEqual(20);
  });
});

it('A call to Tencent Cloud is signed as its documentation does it', () => {
  // The example of the provider's page on signature v3.
  const authorization = authorizationOf(
    {
      ...{ service: 'cvm', host: 'cvm.tencentcloudapi.com', action: 'DescribeInstances' },
      body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
      at: new Date(1_551_113_065_000),
    },
    { secretId: 'AKID********************************', secretKey: '********************************' },
  );
  expect(authorization).toBe(
    'TC3-HMAC-SHA256 Credential=AKID********************************/2019-02-25/cvm/tc3_request, ' +
      'SignedHeaders=content-type;host;x-tc-action, ' +
      'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  );
});
