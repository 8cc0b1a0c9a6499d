import { drawCards } from '../../server/attendance/sheets/cards-paper';
import { drawSheet } from '../../server/attendance/sheets/sheet-paper';
import { drawCertificates } from '../../server/certificates/certificate-paper';
import type { Paper } from '../../server/files/paper/paper';
import { readPdf } from '../support/house/pdf';

const longest = '阿依古丽·买买提明·吐尔逊江·阿卜杜热合曼·努尔麦麦提汗敏';
/** Of the table of standard characters (2013), one of them beyond the first plane. */
const rare = '㛃𬭩';
/** Written in some names, and in no font of ours. */
const none = '𠮷';

const read = async (paper: Paper) => readPdf(await paper.bytes());
const women = (howMany: number) =>
  Array.from({ length: howMany }, (_, at) => ({ name: `王秀英${at + 1}`, villageName: '团山村' }));

const aSheet = {
  ...{ title: '柳编入门', countyName: '延寿县', venueName: '六团镇文化站', trainerName: '孙丽华' },
  ...{ heldOn: '2026-11-30', half: 'morning' as const, number: 1, of: 5, code: 'jinguo:sheet:x' },
};

describe('The printed register', () => {
  it.each([
    [1, 1],
    [20, 1],
    [21, 2],
    [40, 2],
    [200, 9],
  ])(
    'of %i women has %i pages, every woman in the row of her number, and rows to fill in',
    async (n, pages) => {
      const pdf = await read(drawSheet({ ...aSheet, women: women(n) }));
      expect(pdf.pages).toHaveLength(pages);
      expect(pdf).toMatchObject({ missing: 0, isEmbedded: true });
      const lines = pdf.pages.flatMap((page) => page.split('\n'));
      for (let at = 1; at <= n; at += 1) expect(lines[lines.indexOf(`王秀英${at}`) - 1]).toBe(String(at));
      expect(lines).toContain(String(n + 3));
    },
  );

  it('says half day, number, place and trainer', async () => {
    const { pages } = await read(drawSheet({ ...aSheet, women: women(1) }));
    for (const said of ['柳编入门', '11月30日', '上午', '第1次课，共5次', '六团镇文化站', '延寿县', '孙丽华'])
      expect(pages[0]).toContain(said);
  });

  it('shows a name of thirty letters whole, rare letters too; one that no font has is left to be written', async () => {
    const rows = [longest, rare, `李${none}`].map((name) => ({ name, villageName: '团山村' }));
    const { pages, missing } = await read(drawSheet({ ...aSheet, women: rows }));
    const text = pages.join('').replace(/\n/g, '');
    for (const said of [longest, rare, '李□', 'U+20BB7', '请手写']) expect(text).toContain(said);
    expect(missing).toBe(0);
  });
});

describe('Cards', () => {
  it.each([
    [1, 1],
    [10, 1],
    [11, 2],
    [40, 4],
  ])('of %i women fill %i pages', async (howMany, pages) => {
    const cards = women(howMany).map((woman) => ({ ...woman, code: 'jinguo:card:x' }));
    const pdf = await read(drawCards(cards));
    expect(pdf.pages).toHaveLength(pages);
    expect(pdf.missing).toBe(0);
    for (const { name } of cards) expect(pdf.pages.join('\n')).toContain(name);
  });
});

describe('Certificates', () => {
  const one = {
    ...{ name: '王秀英', title: '柳编入门', startsOn: '2026-12-07', completedOn: '2026-12-11', halfDays: 5 },
    ...{ countyName: '延寿县', number: '230129-2026-K7QMD-2XHRA', address: 'https://jinguo.example/#/c' },
  };

  it('have a page each, with name, course, days and number', async () => {
    const pdf = await read(drawCertificates([one, { ...one, name: '李梅' }]));
    expect(pdf.pages).toHaveLength(2);
    for (const said of ['结业证书', '王秀英', '柳编入门', '12月7日', '12月11日', '延寿县', one.number])
      expect(pdf.pages[0]).toContain(said);
    expect(pdf.pages[1]).toContain('李梅');
  });

  it.each([longest, rare, `李${none}`])('%s', async (name) => {
    const title = '高寒山区木耳与灵芝仿野生栽培及产后初加工与网上销售综合技能提升';
    const { pages, missing } = await read(drawCertificates([{ ...one, name, title }]));
    const text = pages.join('').replace(/\n/g, '');
    expect(text).toContain(title);
    expect(text).toContain(name.replace(none, '□'));
    expect(missing).toBe(0);
  });
});
