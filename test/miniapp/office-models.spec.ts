import { byVillage, resultsFor, sayUntil } from '../../miniapp/office/calls/model';
import { looksToTell, openedSays } from '../../miniapp/office/glass/model';
import { entryOf as passwordEntry } from '../../miniapp/office/invitation/model';
import { isUnderWay, remarksOn, stageLineOf, tabsOf } from '../../miniapp/office/import/model';
import { sayOutcome } from '../../miniapp/office/imports/model';
import { orderOf, toggled, townshipIn, usual } from '../../miniapp/office/ledger/model';
import { queryOf } from '../../miniapp/office/records/model';
import { entryOf, type AppointDraft } from '../../miniapp/office/staff/model';
import { canSend } from '../../miniapp/pages/sign-in/model';

describe('Signing in on a page', () => {
  it('can be sent once a name and a password are there, and a code where one is asked for', () => {
    const filled = { login: 'zhou', password: 'x', code: '', wantsCode: false };
    expect(canSend({ ...filled, login: ' ' })).toBe(false);
    expect(canSend({ ...filled, password: '' })).toBe(false);
    expect(canSend(filled)).toBe(true);
    expect(canSend({ ...filled, wantsCode: true })).toBe(false);
    expect(canSend({ ...filled, wantsCode: true, code: '12 34-5' })).toBe(false);
    expect(canSend({ ...filled, wantsCode: true, code: '123 456' })).toBe(true);
    expect(canSend({ ...filled, wantsCode: true, code: 'K7QMD-2XHRA' })).toBe(true);
  });
});

describe('Taking an account over', () => {
  it('says what is missing, one thing after the other', () => {
    const draft = { login: ' Zhao ', password: '十个不相干的字连起来', again: '十个不相干的字连起来' };
    expect(passwordEntry({ ...draft, login: '' }).missing).toBe('请起登录名');
    expect(passwordEntry({ ...draft, login: '138' }).missing).toBe('登录名要小写字母开头，三位以上');
    expect(passwordEntry({ ...draft, password: '短' }).missing).toBe('密码至少10位');
    expect(passwordEntry({ ...draft, again: 'x' }).missing).toBe('两遍密码不一样');
    expect(passwordEntry(draft).entry).toEqual({ login: 'zhao', password: draft.password });
  });
});

describe('Appointing on a page', () => {
  const blank: AppointDraft = { role: undefined, name: '', regionCode: '', villageCode: '', trainerId: '' };
  const trainers = [{ id: 't1', name: '孙丽华', speciality: '柳编', families: [] }];
  const county = '230129';

  it('needs office, name and place; a village is narrower than its township', () => {
    const helper: AppointDraft = { ...blank, role: 'helper', name: ' 赵春梅 ', regionCode: '230129101' };
    expect(entryOf(blank, county, []).missing).toBe('请选职务');
    expect(entryOf({ ...helper, name: ' ' }, county, []).missing).toBe('请填姓名');
    expect(entryOf({ ...helper, regionCode: '' }, county, []).missing).toBe('请选乡镇');
    const office = { role: 'helper', name: '赵春梅' };
    expect(entryOf(helper, county, []).entry).toEqual({ ...office, regionCode: '230129101' });
    const narrower = { ...helper, villageCode: '230129101201' };
    expect(entryOf(narrower, county, []).entry).toEqual({ ...office, regionCode: '230129101201' });
  });

  it('calls a trainer as her record says, and lets an editor serve the whole city', () => {
    const trainer: AppointDraft = { ...blank, role: 'trainer' };
    expect(entryOf(trainer, county, trainers).missing).toBe('请选教师');
    expect(entryOf({ ...trainer, trainerId: 't1' }, county, trainers).entry).toEqual({
      ...{ role: 'trainer', name: '孙丽华', regionCode: county, trainerId: 't1' },
    });
    const editor: AppointDraft = { ...blank, role: 'editor', name: '李编' };
    expect(entryOf(editor, '2301', []).entry).toEqual({ role: 'editor', name: '李编', regionCode: '2301' });
    expect(entryOf({ ...editor, role: 'county_officer' }, '2301', []).missing).toBe('请选区县');
  });
});

describe('The office', () => {
  it('shows on the desk who looked into the county in the last week, and no look of her own', () => {
    const look = {
      ...{
        id: '1',
        name: '何静波',
        offices: ['巴彦县 区县妇联干部'],
        regionCode: '230129',
        regionName: '延寿县',
      },
      ...{ reason: '来核对档案', since: '2026-11-20T02:00:00.000Z', until: '2026-11-20T05:00:00.000Z' },
      ...{ isOpen: false, isHers: false, opened: [] },
    };
    const tasksOn = (day: string, looks: Parameters<typeof looksToTell>[0]) =>
      looksToTell(looks, new Date(day));
    expect(tasksOn('2026-11-23T02:00:00Z', [look])[0]).toContain('何静波越区看过本县档案：来核对档案');
    expect(tasksOn('2026-11-23T02:00:00Z', [{ ...look, isHers: true }])).toEqual([]);
    expect(tasksOn('2026-11-28T02:00:00Z', [look])).toEqual([]);
  });

  it('counts a woman once, however often she was opened, and a question only by what was chosen', () => {
    const opened = (womanId: string | null) => ({ at: '2026-11-23T02:00:00.000Z', womanId, said: '' });
    expect(openedSays([])).toBe('没有打开过档案。');
    expect(openedSays([opened('a'), opened('a'), opened('b'), opened(null)])).toBe('看到了2位妇女的档案。');
    const query = queryOf({ deed: '', from: '', to: '2026-11-23', account: '' }, 2, 30);
    expect(JSON.parse(JSON.stringify(query))).toEqual({ to: '2026-11-23', page: 2, size: 30 });
  });
});

describe('The call list', () => {
  const now = new Date('2026-11-23T02:00:00Z');

  it.each([
    [null, undefined],
    ['2026-11-23T06:30:00.000Z', '今天14:30前告诉她'],
    ['2026-11-24T02:00:00.000Z', '明天10:00前告诉她'],
    ['2026-11-26T02:00:00.000Z', '11月26日10:00前告诉她'],
    ['2026-11-24T16:00:00.000Z', '明天之内告诉她'],
    ['2026-11-26T16:00:00.000Z', '11月26日之内告诉她'],
  ])('says until when it is of use: %s', (endsAt, says) => expect(sayUntil(endsAt, now)).toBe(says));

  it('offers only what can have come of it', () => {
    expect(resultsFor({ phone: null }).map(({ name }) => name)).toEqual(['当面说了']);
    expect(resultsFor({ phone: '138****5678' })).toHaveLength(4);
  });

  it('makes one sheet for each village', () => {
    const line = (id: string, villageName: string) => ({
      ...{ id, villageName, shortName: '王某英', sentence: '有课', endsAt: null },
    });
    const sheets = byVillage([line('1', '甲村'), line('2', '乙村'), line('3', '甲村')]);
    expect(sheets.map(({ villageName, lines }) => [villageName, lines.length])).toEqual([
      ['甲村', 2],
      ['乙村', 1],
    ]);
  });
});

describe('A register on a page', () => {
  const counts = { newRows: 3, sameRows: 0, nearRows: 1, wrongRows: 2 };

  it('shows the rows that want a look first, and no verdict of which there are none', () => {
    expect(tabsOf(counts).map(({ says }) => says)).toEqual(['有错 2', '可能已有 1', '新档案 3']);
    expect(tabsOf({ ...counts, nearRows: 0, wrongRows: 0, newRows: 0 })).toEqual([]);
  });

  it('is asked after as long as a server works on it', () => {
    expect(isUnderWay({ stage: 'reading' })).toBe(true);
    expect(isUnderWay({ stage: 'writing' })).toBe(true);
    expect(isUnderWay({ stage: 'ready' })).toBe(false);
  });

  it('says what was not used, and nothing where all was', () => {
    expect(remarksOn({ columns: ['姓名'], unused: ['爱好'], otherSheets: 2 })).toEqual([
      ...['认出的列：姓名', '没有用到的列：爱好', '只看了第一张表，另外2张没有看'],
    ]);
    expect(remarksOn({ columns: [], unused: [], otherSheets: 0 })).toEqual([]);
  });

  it('says in a few words what became of it', () => {
    const one = { share: 40, opened: 7, newRows: 9, stageName: '等您确认' };
    expect(sayOutcome({ ...one, stage: 'ready' })).toBe('等您确认：9份新档案');
    expect(sayOutcome({ ...one, stage: 'writing', stageName: '正在写入' })).toBe('正在写入 40%');
    expect(sayOutcome({ ...one, stage: 'done' })).toBe('新建了7份档案');
    expect(sayOutcome({ ...one, stage: 'undone', stageName: '已撤回' })).toBe('已撤回');
    const failed = { ...one, stage: 'failed', stageName: '没有写完' } as const;
    expect(sayOutcome(failed)).toBe('没有写完，新建了7份档案');
    expect(stageLineOf(failed)).toBe('没有写完，已经新建了7份档案');
    expect(stageLineOf({ ...one, stage: 'done' })).toBe('已导入，新建了7份档案');
    expect(stageLineOf({ ...one, stage: 'ready' })).toBe('等您确认');
  });
});

describe('A ledger on a page', () => {
  it('offers the villages of the township that was chosen, and stays there when one of them is', () => {
    const places = [{ code: '230129100', level: 'township' }];
    const villages = [{ code: '230129100001', level: 'village' }];
    expect(townshipIn('230129', places)).toBe('');
    expect(townshipIn('230129100', places)).toBe('230129100');
    expect(townshipIn('230129100001', places)).toBe('230129100');
    expect(townshipIn('230129100001', villages)).toBe('');
  });

  const draft = { regionCode: '230129', fields: usual, isWhole: false, purpose: '' };

  it('keeps its columns in one order, however they were chosen', () => {
    expect(toggled(['phone'], 'name')).toEqual(['name', 'phone']);
    expect(toggled(['name', 'phone'], 'name')).toEqual(['phone']);
  });

  it('wants a place, something to say, and a purpose for whole numbers alone', () => {
    expect(orderOf({ ...draft, regionCode: '' })).toEqual({ missing: '请选地方' });
    expect(orderOf({ ...draft, fields: [] })).toEqual({ missing: '请至少选一项内容' });
    expect(orderOf({ ...draft, isWhole: true, purpose: ' 用 ' })).toEqual({
      missing: '请写明完整号码用来做什么',
    });
    expect(orderOf({ ...draft, isWhole: true, purpose: ' 上报名单 ' })).toMatchObject({
      order: { isWhole: true, purpose: '上报名单' },
    });
    expect(orderOf({ ...draft, fields: ['name'], isWhole: true })).toEqual({
      order: { regionCode: '230129', fields: ['name'], isWhole: false },
    });
  });
});
