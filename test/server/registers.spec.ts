import { Import, ImportPart } from '../../server/imports/import.entity';
import type { ImportRowsView } from '../../server/imports/imports.view';
import { RecordRow } from '../../server/records/record.entity';
import { Seal } from '../../server/secrecy/seal';
import type { ProfileView, WomanChangeView } from '../../server/women/profiles.view';
import { Consent, Woman } from '../../server/women/woman.entity';
import { newId } from '../../server/database/new-id';
import { granted, type Caller } from '../support/house/caller';
import { aDocx, aParagraph, aZip } from '../support/house/docx';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aCard, anEntry, countyOfficer, helper } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import {
  agreed,
  anIdentity,
  aRegister,
  aRegisterRow,
  confirm,
  lookedThrough,
  send,
} from '../support/house/registers';
import { dump } from '../support/house/rows';
import { aWorkbook, sheetOf, sheetXmlOf, workbookOf } from '../support/house/workbook';

jest.setTimeout(120_000);

let last = 0;
/** Numbers that no other woman of this file has. */
const next = () => (last += 1);

describeHouse('A register that comes in as a workbook', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());

  const rowsOf = (id: string, verdict: string, by = officer) =>
    by.get<ImportRowsView>(`/imports/${id}/rows?verdict=${verdict}`);
  const wrong = async (id: string) =>
    granted(await rowsOf(id, 'wrong')).rows.map(({ n, reasons }) => [n, ...reasons]);
  const women = () => house.database.rows.count(Woman);

  it('is looked through without becoming anything, and confirmed becomes files, sealed, with history and consent', async () => {
    const before = await dump(house);
    const [one, two] = [next(), next()];
    const looked = await lookedThrough(
      officer,
      aRegister([
        aRegisterRow(one, '刘淑芬', { 备注: '=HYPERLINK("http://x.example")' }),
        aRegisterRow(two, '欧阳𠮷娜'),
      ]),
    );
    expect(looked).toMatchObject({
      ...{
        stage: 'ready',
        share: 100,
        rowCount: 2,
        newRows: 2,
        sameRows: 0,
        nearRows: 0,
        wrongRows: 0,
        opened: 0,
      },
      ...{ abilities: { confirm: true, drop: true, undo: false, takeLeftOut: false }, byName: '周雅茹' },
    });
    const { imports: _, import_parts: parts, ...rest } = await dump(house);
    expect(rest).toEqual((({ imports: _imports, import_parts: _parts, ...others }) => others)(before));
    expect(parts).not.toContain('刘淑芬');

    expect(
      await officer.post(`/imports/${looked.id}/confirmation`, { ...agreed, agrees: false }),
    ).toMatchObject({ status: 400 });
    const done = await confirm(officer, looked.id);
    expect(done).toMatchObject({ stage: 'done', share: 100, opened: 2, abilities: { undo: true } });
    const woman = await house.database.rows.findOneByOrFail(Woman, { name: '刘淑芬' });
    const profile = granted(await officer.get<ProfileView>(`/women/${woman.id}/profile`));
    expect(profile).toMatchObject({
      ...{ villageName: '延寿县 六团镇 永兴村', education: 'junior', revision: 1 },
      notes: '=HYPERLINK("http://x.example")',
    });
    expect(house.app.get(Seal).open(woman.identitySealed!)).toBe(anIdentity(one));
    expect(woman).toMatchObject({ sound: 'liu shu fen', initials: 'lsf' });
    const history = granted(await officer.get<WomanChangeView[]>(`/women/${woman.id}/changes`));
    expect(history.map(({ field, byName }) => [field, byName])).toEqual([['opened', '周雅茹']]);
    expect(await house.database.rows.findBy(Consent, { womanId: woman.id })).toMatchObject([
      { purpose: 'needs', given: 'on_paper', isWithdrawal: false },
    ]);
    const record = await house.database.rows.findOneByOrFail(RecordRow, { deed: 'import' });
    expect(record).toMatchObject({ regionCode: yanshou.county, said: '“名册.xlsx”：新建2份档案' });
    const tables = await dump(house);
    for (const secret of [anIdentity(one), anIdentity(two), `139${10_000_000 + one}`, 'HYPERLINK'])
      expect(Object.keys(tables).filter((table) => tables[table]!.includes(secret))).toEqual([]);
    const { sealed } = await house.database.rows.findOneByOrFail(ImportPart, { importId: looked.id });
    expect(sealed.length).toBeLessThan(80);
    expect(await officer.post(`/imports/${looked.id}/confirmation`, agreed)).toMatchObject({
      ...{ status: 409, code: 'import.stateForbids' },
    });
  });

  it('sent twice opens no second file, with numbers or without', async () => {
    const rows = [
      aRegisterRow(next(), '赵桂荣'),
      aRegisterRow(next(), '钱桂荣', { 身份证号: null }),
      aRegisterRow(next(), '孙桂荣', { 身份证号: null, 手机号: null }),
    ];
    await confirm(officer, (await lookedThrough(officer, aRegister(rows))).id);
    const before = await women();
    const again = await lookedThrough(officer, aRegister(rows));
    expect(again).toMatchObject({ newRows: 0, sameRows: 2, nearRows: 1 });
    expect(await officer.post(`/imports/${again.id}/confirmation`, agreed)).toMatchObject({
      ...{ status: 409, code: 'import.nothingNew' },
    });
    expect(await women()).toBe(before);
    expect(granted(await rowsOf(again.id, 'same')).rows[0]!.known[0]).toMatchObject({
      ...{ name: '赵桂荣', villageName: '延寿县 六团镇 永兴村' },
    });
  });

  it('changes nothing of a woman who has a file', async () => {
    const number = next();
    await confirm(officer, (await lookedThrough(officer, aRegister([aRegisterRow(number, '周桂荣')]))).id);
    const before = await house.database.rows.findOneByOrFail(Woman, { name: '周桂荣' });
    const changed = [
      aRegisterRow(number, '周桂荣', { 手机号: '13800000000', 村: '凌河村' }),
      aRegisterRow(next(), '吴桂荣'),
    ];
    await confirm(officer, (await lookedThrough(officer, aRegister(changed))).id);
    expect(await house.database.rows.findOneByOrFail(Woman, { name: '周桂荣' })).toEqual({
      ...{ ...before, isCompared: expect.anything() as unknown },
    });
  });

  it('with a near match waits for an officer’s word on it', async () => {
    const known = aRegisterRow(next(), '郑桂荣', { 身份证号: null });
    await confirm(officer, (await lookedThrough(officer, aRegister([known]))).id);
    const near = aRegisterRow(next(), '郑桂荣', { 身份证号: null });
    const looked = await lookedThrough(officer, aRegister([near, aRegisterRow(next(), '冯桂荣')]));
    expect(looked).toMatchObject({ newRows: 1, nearRows: 1 });
    const [row] = granted(await rowsOf(looked.id, 'near')).rows;
    expect(row).toMatchObject({ n: 2, name: '郑桂荣', isAnother: false, known: [{ name: '郑桂荣' }] });
    const say = (isAnother: boolean, n = 2) =>
      officer.put(`/imports/${looked.id}/near-rows`, { n, isAnother });
    expect(await say(true, 3)).toMatchObject({ status: 409, code: 'import.rowNotNear' });
    granted(await say(true));
    granted(await say(false));
    granted(await say(true));
    expect(await confirm(officer, looked.id)).toMatchObject({ opened: 2 });
    expect(await house.database.rows.countBy(Woman, { name: '郑桂荣' })).toBe(2);
  });

  it('says of each wrong row which cell and why, and gives those rows back with their reasons', async () => {
    const number = next();
    const looked = await lookedThrough(
      officer,
      aRegister([
        aRegisterRow(next(), '陈桂荣'),
        aRegisterRow(next(), '=cmd', { 手机号: '12345' }),
        aRegisterRow(next(), '褚桂荣', { 身份证号: { raw: '2.30129197403122E+17' } }),
        aRegisterRow(number, '卫桂荣'),
        aRegisterRow(number, '蒋桂荣'),
        aRegisterRow(next(), '沈桂荣', { 乡镇: '巴彦镇' }),
        aRegisterRow(next(), '韩桂荣', { 备注: { error: '#N/A' } }),
      ]),
    );
    expect(looked).toMatchObject({ newRows: 2, wrongRows: 5, abilities: { takeLeftOut: true } });
    expect(await wrong(looked.id)).toEqual([
      [
        3,
        'A3 姓名：姓名要1到30个字，只能有字和“·”，请核对。',
        'C3 手机号：手机号要11位，从13到19开头，请核对。',
      ],
      [4, 'B4 身份证号：身份证号的后几位被表格改没了，请把这一列设成文本，重新填。'],
      [6, 'B6 身份证号：和第5行的身份证号一样，只能留一行。'],
      [7, 'D7 乡镇：本区县没有找到这个村，请对着行政区划的名称填。'],
      [8, 'G8 备注：表格算不出这一格（#N/A、#REF!之类），请填上内容。'],
    ]);
    const back = granted(await officer.get<Buffer>(`/imports/${looked.id}/left-out`)) as unknown as Buffer;
    const rows = await sheetOf(back);
    expect(rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      [expect.stringContaining('“名册.xlsx”里没有导入的行')],
      ['原来的行号', '没有导入的原因（改好后这一列不用删）', '姓名'],
      [3, expect.stringContaining('姓名要1到30个字'), '=cmd'],
      [4, expect.stringContaining('后几位被表格改没了'), '褚桂荣'],
      [6, expect.stringContaining('和第5行'), '蒋桂荣'],
      [7, expect.stringContaining('没有找到这个村'), '沈桂荣'],
      [8, expect.stringContaining('#N/A'), '韩桂荣'],
    ]);
    const xml = await sheetXmlOf(back);
    expect(xml).toContain('=cmd');
    expect(xml).not.toMatch(/<f[ >]/);
    // What came back can be mended and sent again as it is.
    expect(await lookedThrough(officer, back)).toMatchObject({ wrongRows: 3, newRows: 2 });
    const colleague = await countyOfficer(house, yanshou.county);
    expect(await colleague.get(`/imports/${looked.id}/left-out`)).toMatchObject({ status: 404 });
    await confirm(officer, looked.id);
    const after = granted(await officer.get<Buffer>(`/imports/${looked.id}/left-out`)) as unknown as Buffer;
    expect((await sheetOf(after)).map(({ cells }) => cells[2]).slice(2)).toEqual(
      rows.map(({ cells }) => cells[2]).slice(2),
    );
  });

  it('answers hidden, merged and empty rows clearly', async () => {
    const [one, two, three] = [next(), next(), next()];
    const looked = await lookedThrough(
      officer,
      aRegister(
        [
          aRegisterRow(one, '杨淑芬'),
          aRegisterRow(two, '朱淑芬', { 乡镇: null, 村: null }),
          undefined,
          [null, null, null, null, null, null, null],
          aRegisterRow(three, '秦淑芬'),
          aRegisterRow(next(), '尤淑芬', { 手机号: null }),
          aRegisterRow(next(), '许淑芬'),
        ],
        // The village of rows 2 and 3 is one cell, and so is the phone of rows 6 and 7.
        { merged: ['D2:D3', 'E2:E3', 'C6:C7'], hidden: [8] },
      ),
    );
    expect(looked).toMatchObject({ rowCount: 5, newRows: 3, wrongRows: 2 });
    expect(await wrong(looked.id)).toEqual([
      [7, 'C7 手机号：这一格和别的行合并了，请拆开，每行各填各的。'],
      [8, '第8行 这一行在表里藏起来了，没有导入。要导入请先取消隐藏。'],
    ]);
    await confirm(officer, looked.id);
    expect(await house.database.rows.findOneByOrFail(Woman, { name: '朱淑芬' })).toMatchObject({
      villageCode: yanshou.villages[1],
    });
  });

  it('is read alike from programs that write texts into the cells, prefixes before tags, and formulas', async () => {
    for (const more of [{ isInline: true }, { prefix: 'x' }]) {
      const looked = await lookedThrough(officer, aRegister([aRegisterRow(next(), '何淑芬')], more));
      expect(looked).toMatchObject({ newRows: 1, wrongRows: 0 });
    }
    const computed = { formula: 'CONCAT("吕","淑芬")', result: '吕淑芬' };
    const looked = await lookedThrough(officer, aRegister([aRegisterRow(next(), 'x', { 姓名: computed })]));
    expect(granted(await rowsOf(looked.id, 'new')).rows).toMatchObject([{ name: '吕淑芬' }]);
  });

  it('keeps names of one to thirty letters as they are, with a dot in them or outside the usual plane', async () => {
    const names = ['芳', '阿依古丽·买买提明江', '𠮷'.repeat(30), '𪚥玉兰'];
    const looked = await lookedThrough(officer, aRegister(names.map((name) => aRegisterRow(next(), name))));
    expect(looked).toMatchObject({ newRows: 4, wrongRows: 0 });
    await confirm(officer, looked.id);
    for (const name of names) expect(await house.database.rows.countBy(Woman, { name })).toBe(1);
    const again = await lookedThrough(officer, aRegister([aRegisterRow(next(), '𠮷'.repeat(31))]));
    expect(await wrong(again.id)).toEqual([[2, 'A2 姓名：姓名要1到30个字，只能有字和“·”，请核对。']]);
  });

  it('holds women of the officer’s county alone', async () => {
    const other = await countyOfficer(house, bayan.county);
    const number = next();
    const row = aRegisterRow(number, '施桂荣');
    const elsewhere = await lookedThrough(other, aRegister([row]));
    expect(elsewhere).toMatchObject({ newRows: 0, wrongRows: 1 });
    await confirm(officer, (await lookedThrough(officer, aRegister([row]))).id);
    const here = aRegisterRow(number, '施桂荣', { 乡镇: '巴彦镇', 村: null });
    const columns = ['姓名', '身份证号', '村编码'];
    const twice = await lookedThrough(
      other,
      aWorkbook({ rows: [columns, ['施桂荣', here[1]!, bayan.village]] }),
    );
    const reasons = granted(await rowsOf(twice.id, 'wrong', other)).rows.flatMap((one) => one.reasons);
    expect(reasons).toEqual(['B2 身份证号：这个身份证号在别处已有档案，请区县妇联核对。']);
    for (const path of ['', '/rows?verdict=new', '/left-out'])
      expect(await officer.get(`/imports/${twice.id}${path}`)).toEqual(
        await officer.get(`/imports/${newId()}${path}`),
      );
    expect(JSON.stringify(granted(await officer.get('/imports')))).not.toContain(twice.id);
  });

  it('can be taken back as one while nothing was built on it, and not a file of it afterwards', async () => {
    const before = await women();
    const rows = Array.from({ length: 3 }, () => aRegisterRow(next(), '张淑兰', {}));
    const { id } = await lookedThrough(officer, aRegister(rows));
    await confirm(officer, id);
    const [her] = await house.database.rows.findBy(Woman, { name: '张淑兰' });
    const calls = await helper(house, yanshou.villages[1]);
    granted(await calls.put(`/women/${her!.id}/need-card`, aCard()));
    expect(await officer.post(`/imports/${id}/undoing`)).toMatchObject({
      ...{ status: 409, code: 'import.builtOn', body: { about: { count: 1 } } },
    });
    expect(await women()).toBe(before + 3);

    const second = await lookedThrough(
      officer,
      aRegister([aRegisterRow(next(), '曹淑兰'), aRegisterRow(next(), '严淑兰')]),
    );
    await confirm(officer, second.id);
    expect(granted(await officer.post(`/imports/${second.id}/undoing`))).toMatchObject({ stage: 'undone' });
    granted(await officer.post(`/imports/${second.id}/undoing`));
    expect(await women()).toBe(before + 3);
    const tables = await dump(house);
    for (const trace of ['曹淑兰', '严淑兰']) expect(tables.women).not.toContain(trace);
    expect(await house.database.rows.countBy(RecordRow, { deed: 'undo_import' })).toBe(1);
    expect(await house.database.rows.countBy(ImportPart, { importId: second.id })).toBe(0);
  });

  it('an edit, a withdrawal or a reveal of one of its files: the first two are built on it, looking is not', async () => {
    const { id } = await lookedThrough(officer, aRegister([aRegisterRow(next(), '华淑兰')]));
    await confirm(officer, id);
    const her = await house.database.rows.findOneByOrFail(Woman, { name: '华淑兰' });
    granted(await officer.post(`/women/${her.id}/reveals`, { what: 'phone', purpose: '打电话核对' }));
    granted(await officer.put(`/women/${her.id}/profile`, { beganFrom: 1, householdCode: '7' }));
    expect(await officer.post(`/imports/${id}/undoing`)).toMatchObject({ code: 'import.builtOn' });
    const second = await lookedThrough(officer, aRegister([aRegisterRow(next(), '金淑兰')]));
    await confirm(officer, second.id);
    const other = await house.database.rows.findOneByOrFail(Woman, { name: '金淑兰' });
    granted(await officer.post(`/women/${other.id}/reveals`, { what: 'phone', purpose: '打电话核对' }));
    granted(await officer.post(`/imports/${second.id}/undoing`));
  });

  it('whose woman was registered by a helper in the meantime opens no second file', async () => {
    const number = next();
    const { id } = await lookedThrough(
      officer,
      aRegister([aRegisterRow(number, '魏淑兰'), aRegisterRow(next(), '陶淑兰')]),
    );
    const calls = await helper(house, yanshou.villages[1]);
    const entry = anEntry({ name: '魏淑兰', villageCode: yanshou.villages[1], identity: anIdentity(number) });
    granted(await calls.post('/women', entry));
    expect(await confirm(officer, id)).toMatchObject({ opened: 1, newRows: 1, sameRows: 1 });
    expect(await house.database.rows.countBy(Woman, { name: '魏淑兰' })).toBe(1);
  });

  it('that a server left in the middle is written on by the next, each row once', async () => {
    const rows = Array.from({ length: 1_200 }, (_, at) => aRegisterRow(next(), `姜${'甲乙丙丁'[at % 4]!}兰`));
    const looked = await lookedThrough(officer, aRegister(rows));
    expect(looked.newRows).toBe(1_200);
    const parts = await house.database.rows.findBy(ImportPart, { importId: looked.id });
    expect(parts).toHaveLength(3);
    const before = await women();
    // As if the server had been killed after its first part.
    expect(await confirm(officer, looked.id)).toMatchObject({ stage: 'done', opened: 1_200 });
    expect(await women()).toBe(before + 1_200);
    const opened = await house.database.rows.findOneByOrFail(ImportPart, { importId: looked.id, place: 2 });
    const left = 1_200 - opened.opened!.length;
    for (const womanId of opened.opened!) {
      await house.database.rows.delete(Woman, { id: womanId });
      await house.database.rows.delete(Consent, { womanId });
    }
    const third = parts.find(({ place }) => place === 2)!;
    await house.database.rows.update(ImportPart, { id: third.id }, { ...third });
    await house.database.rows.update(
      Import,
      { id: looked.id },
      { stage: 'writing', handled: left, opened: left, newRows: 1_200 },
    );
    expect(await women()).toBe(before + left);
    await house.passTo(new Date(house.now().getTime() + 120_000));
    expect(granted(await officer.get(`/imports/${looked.id}`))).toMatchObject({
      stage: 'done',
      opened: 1_200,
    });
    expect(await women()).toBe(before + 1_200);
  });

  it('whose writing fails says so, keeps what is written, and is tried again or taken back', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => aRegisterRow(next(), `柏${'甲乙丙丁'[at % 4]!}兰`));
    const before = await women();
    const { rows: tables } = house.database;
    /** Its last part cannot be opened any more, as if the disk had spoilt it. */
    const spoilt = async () => {
      const { id } = await lookedThrough(officer, aRegister(rows));
      const last = await tables.findOneByOrFail(ImportPart, { importId: id, place: 1 });
      await tables.update(ImportPart, { id: last.id }, { sealed: Buffer.from('v1.x.') });
      return { id, mend: () => tables.update(ImportPart, { id: last.id }, { sealed: last.sealed }) };
    };
    const { id, mend } = await spoilt();
    const failed = await confirm(officer, id);
    expect(failed).toMatchObject({ stage: 'failed', stageName: '没有写完', opened: 499 });
    expect(failed.failure).toContain('再试一次');
    expect(failed.abilities).toMatchObject({ confirm: true, drop: false, undo: true });
    expect(await officer.post(`/imports/${id}/dropping`)).toMatchObject({ code: 'import.stateForbids' });
    expect(await confirm(officer, id)).toMatchObject({ stage: 'failed', opened: 499 });
    expect(await women()).toBe(before + 499);
    await mend();
    expect(await confirm(officer, id)).toMatchObject({ stage: 'done', failure: null, opened: 501 });
    expect(await women()).toBe(before + 501);
    granted(await officer.post(`/imports/${id}/undoing`));

    const again = await spoilt();
    await confirm(officer, again.id);
    const undone = granted(await officer.post(`/imports/${again.id}/undoing`));
    expect(undone).toMatchObject({ stage: 'undone', failure: null });
    expect(await women()).toBe(before);
  });

  it('that was only being read when its server stopped is told to be sent again; old ones are forgotten', async () => {
    const { id } = await lookedThrough(officer, aRegister([aRegisterRow(next(), '戚淑兰')]));
    await house.database.rows.update(Import, { id }, { stage: 'reading' });
    const day = 86_400_000;
    const start = house.now().getTime();
    await house.passTo(new Date(start + 120_000));
    expect(granted(await officer.get(`/imports/${id}`))).toMatchObject({
      ...{ stage: 'stopped', failure: '看到一半停下了，什么都没有写入，请再传一次。' },
    });
    const waits = await lookedThrough(officer, aRegister([aRegisterRow(next(), '谢淑兰')]));
    await house.passTo(new Date(start + 31 * day));
    expect(await house.database.rows.countBy(ImportPart, { importId: waits.id })).toBe(0);
    expect(await house.database.rows.findOneBy(Import, { id: waits.id })).toMatchObject({ stage: 'dropped' });
    house.setClock(new Date(start + 120_000));
    officer = await house.signIn(officer.openid);
  });

  it('may be thrown away with all that was read', async () => {
    const { id } = await lookedThrough(officer, aRegister([aRegisterRow(next(), '邹淑兰')]));
    granted(await officer.post(`/imports/${id}/dropping`));
    granted(await officer.post(`/imports/${id}/dropping`));
    expect(await house.database.rows.countBy(ImportPart, { importId: id })).toBe(0);
    expect(await officer.post(`/imports/${id}/confirmation`, agreed)).toMatchObject({
      code: 'import.stateForbids',
    });
  });

  it('comes with a template that we read ourselves', async () => {
    const template = granted(await officer.get<Buffer>('/imports/template')) as unknown as Buffer;
    expect(await send(officer, template)).toMatchObject({
      body: { stage: 'stopped', failure: expect.stringContaining('没有别的内容') as string },
    });
  });

  it.each<[string, string, () => Buffer, string]>([
    ['a picture', '名册.xlsx', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'workbook.unknown'],
    ['an old .xls', '名册.xls', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook.unknown'],
    ['a workbook by another name', '名册.csv', () => aRegister([]), 'workbook.unknown'],
    ['nothing at all', '名册.xlsx', () => Buffer.alloc(0), 'workbook.unknown'],
    ['a Word text', '名册.xlsx', () => aDocx(aParagraph('名册')), 'workbook.unreadable'],
    ['an empty zip', '名册.xlsx', () => aZip([]), 'workbook.unknown'],
    [
      'half a workbook',
      '名册.xlsx',
      () => aRegister([aRegisterRow(1)]).subarray(0, 900),
      'workbook.unreadable',
    ],
    [
      'a bomb that says how large it is',
      '名册.xlsx',
      () =>
        aZip([
          { name: 'xl/workbook.xml', bytes: Buffer.from('<x/>') },
          { name: 'a', bytes: Buffer.alloc(410_000_000) },
        ]),
      'workbook.tooMuch',
    ],
    [
      'a bomb that lies about it',
      '名册.xlsx',
      () => workbookOf(' '.repeat(50_000_000), undefined, 1_000),
      'workbook.unreadable',
    ],
    [
      'more entries than any workbook has',
      '名册.xlsx',
      () => aZip(Array.from({ length: 2_001 }, (_, at) => ({ name: `a${at}`, bytes: Buffer.from('') }))),
      'workbook.tooMuch',
    ],
  ])('that is %s is refused as it is sent', async (_, name, bytes, code) => {
    const answer = await send(officer, bytes(), name);
    expect(answer).toMatchObject({ code });
    expect(answer.status).toBe(400);
  });

  it('of more than a hundred megabytes is refused as it is sent', async () => {
    expect(await send(officer, Buffer.alloc(100_000_001, 'PK\x03\x04', 'latin1'))).toMatchObject({
      ...{ status: 413, code: 'workbook.tooLarge' },
    });
  });

  it.each<[string, () => Buffer, string]>([
    [
      'has no column of names',
      () =>
        aWorkbook({
          rows: [
            ['身份证号', '村'],
            ['1', '2'],
          ],
        }),
      '没有找到“姓名”这一列',
    ],
    ['is no XML inside', () => workbookOf('<worksheet><sheetData><row>'), '打不开'],
    [
      'declares entities that grow',
      () =>
        workbookOf(
          '<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;&b;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&d;</v></c></row></sheetData></worksheet>',
        ),
      '打不开',
    ],
  ])('that %s is not read, and says why', async (_, bytes, why) => {
    expect(await lookedThrough(officer, bytes())).toMatchObject({
      stage: 'stopped',
      failure: expect.stringContaining(why) as string,
    });
  });
});
