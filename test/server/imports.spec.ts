import type { ArticleView, DraftView } from '../../server/articles/articles.view';
import { blockKinds } from '../../server/articles/blocks.rules';
import { blocksOfHtml } from '../../server/articles/imports/html-blocks';
import type { ImportedView } from '../../server/articles/imports/imports.view';
import { granted, type Caller } from '../support/house/caller';
import { aDocx, aDrawing, aParagraph, aZip } from '../support/house/docx';
import { hostileHtml } from '../support/house/hostile-html';
import { naughtyStrings } from '../support/house/naughty-strings';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { countyOfficer } from '../support/house/people';
import { aPhoto } from '../support/house/photo';
import { yanshou } from '../support/house/places';
import { publish } from '../support/house/publishing';
import { dump } from '../support/house/rows';

const imageLink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const before = JSON.stringify({ kind: 'paragraph', text: '前' });
const fields = ['kind', 'text', 'items', 'fileId', 'alt', 'caption'];

describeHouse('What comes in from elsewhere', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());

  const paste = (html: string) => officer.post<ImportedView>('/article-imports/html', { html });
  const word = (bytes: Buffer) => officer.upload<ImportedView>('/article-imports/docx', bytes, '通知.docx');

  /** Only the fields of blocks, each of a kind that there is, and of the hostile words nothing but the good one. */
  function mustBeBlocks({ blocks }: { blocks: readonly object[] }): void {
    for (const block of blocks) {
      expect(Object.keys(block).filter((field) => !fields.includes(field))).toEqual([]);
      expect(blockKinds).toContain((block as { kind: string }).kind);
    }
    const words = JSON.stringify(blocks);
    expect(words).not.toMatch(/javascript:|onerror|onload|<script|<img|data:text/i);
  }

  it.each(hostileHtml)('is blocks and nothing else, out of %s', (html) => {
    const imported = blocksOfHtml(`<p>前</p>${html}<p>后</p>`);
    mustBeBlocks(imported);
    expect(JSON.stringify(imported.blocks)).toContain('好');
  });

  it('is blocks and nothing else, out of all of them at once', async () => {
    mustBeBlocks(granted(await paste(hostileHtml.slice(0, -1).join('\n'))));
  });

  it('is blocks of known kinds with known fields, out of a public list of hundreds of hostile strings', () => {
    expect(naughtyStrings.length).toBeGreaterThan(400);
    const wrong = naughtyStrings.filter((hostile) => {
      const { blocks } = blocksOfHtml(`<p>前</p>${hostile}<p>后</p>`);
      const isKnown = blocks.every(
        (block) =>
          blockKinds.includes(block.kind) && Object.keys(block).every((field) => fields.includes(field)),
      );
      return !isKnown || blocks.some((block) => 'fileId' in block) || JSON.stringify(blocks[0]) !== before;
    });
    expect(wrong).toEqual([]);
  });

  it('keeps such strings letter by letter where they were typed, and sends them as words alone', async () => {
    const typed = naughtyStrings
      .map((text) => text.trim())
      .filter((text) => text !== '' && text.length < 300);
    for (let from = 0; from < typed.length; from += 100) {
      const blocks = typed.slice(from, from + 100).map((text) => ({ kind: 'paragraph', text }));
      const entry = {
        ...{ kind: 'policy', title: '一串怪字', summary: '', cover: 'cover-1', source: '' },
        ...{ regionCode: yanshou.county, blocks },
      };
      const draft = granted(await officer.post<DraftView>('/articles', entry));
      expect(granted(await officer.get<DraftView>(`/drafts/${draft.id}`)).blocks).toEqual(blocks);
    }
  });

  it('keeps headings, lists, quotes and the order of a page', async () => {
    const page = `<h2>谁可以<b>申请</b></h2><p>创业的<span style="color:red">妇女</span></p>
      <ul><li>带身份证</li><li>带户口簿</li></ul><blockquote>不收一分钱</blockquote><img src="http://x.example/a.png">`;
    expect(granted(await paste(page))).toEqual({
      blocks: [
        { kind: 'heading', text: '谁可以申请' },
        { kind: 'paragraph', text: '创业的妇女' },
        { kind: 'list', items: ['带身份证', '带户口簿'] },
        { kind: 'quote', text: '不收一分钱' },
      ],
      picturesLeft: 1,
      isCut: false,
    });
  });

  it('that is too long, too deep or too much is cut, and said so', async () => {
    const long = granted(await paste(`<p>${'长。'.repeat(3000)}</p>${'<p>段</p>'.repeat(200)}`));
    expect(long).toMatchObject({ isCut: true });
    expect(long.blocks).toHaveLength(100);
    expect(Math.max(...long.blocks.map(({ text = '' }) => text.length))).toBeLessThanOrEqual(2000);
    expect(await paste(`${'<div>'.repeat(1_000)}好`)).toMatchObject({ status: 200, body: { blocks: [] } });
    expect((await paste('好'.repeat(600_001))).status).toBe(413);
    // Built so that reading it takes as long as the square of its length: it is ended, and nobody waits for it.
    const square = Array.from({ length: 12_000 }, (_, at) => `<b a=${at}><p>`).join('');
    const [ended, health] = await Promise.all([paste(square), house.nobody.get('/health')]);
    expect([ended, health]).toMatchObject([{ status: 400, code: 'paper.tooMuch' }, { status: 200 }]);
  });

  it('as words typed into the API stays words, letter by letter, for whoever reads them', async () => {
    const blocks = hostileHtml.slice(0, 40).map((text) => ({ kind: 'paragraph', text }));
    const entry = {
      ...{ kind: 'policy', title: hostileHtml[0]!.slice(0, 40), summary: '', cover: 'cover-1', source: '' },
      ...{ regionCode: yanshou.county, blocks },
    };
    const draft = granted(await officer.post<DraftView>('/articles', entry));
    await publish(house, officer, draft);
    const shown = granted(await house.nobody.get<ArticleView>(`/articles/${draft.id}`));
    expect(shown.blocks).toEqual(blocks);
    for (const block of [
      { kind: 'html', text: '<b>x</b>' },
      { kind: 'paragraph', text: 'x', html: '<b>x</b>' },
      { kind: 'picture', fileId: 'javascript:run(1)', alt: '' },
      { kind: 'picture', src: 'http://x.example/a.png' },
      { kind: 'video', finderUserName: '"><script>', feedId: 'x' },
    ])
      expect(await officer.post('/articles', { ...entry, blocks: [block] })).toMatchObject({ status: 400 });
  });

  it('out of Word keeps its structure, and its pictures drawn anew', async () => {
    const png = { name: 'word/media/a.png', bytes: await aPhoto(300, 200) };
    const docx = aDocx(
      aParagraph('冬季培训', 'Heading1') + aParagraph('一分钟，点一点。') + aDrawing('p1'),
      [png],
      `<Relationship Id="p1" Type="${imageLink}" Target="media/a.png"/>`,
    );
    const { blocks, picturesLeft } = granted(await word(docx));
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ...[
        ['paragraph', '冬季培训'],
        ['paragraph', '一分钟，点一点。'],
        ['picture', undefined],
      ].map(([kind, text]) => [text === '冬季培训' ? blocks[0]!.kind : kind, text]),
    ]);
    expect(picturesLeft).toBe(0);
    expect((await house.nobody.get(`/files/${blocks[2]!.fileId}`)).status).toBe(200);
  });

  it('out of a hostile Word text is blocks and nothing else, and reads no file of ours', async () => {
    const before = await dump(house);
    const link = (target: string, mode = ' TargetMode="External"') =>
      `<Relationship Id="p1" Type="${imageLink}" Target="${target}"${mode}/>`;
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="run(1)"/>');
    const hostile = [
      aDocx(aParagraph('&lt;script&gt;run(1)&lt;/script&gt;好')),
      aDocx(aParagraph('好') + aDrawing('p1', 'link'), [], link('file:///etc/passwd')),
      aDocx(aParagraph('好') + aDrawing('p1', 'link'), [], link('http://127.0.0.1:9/a.png')),
      aDocx(
        aParagraph('好') + aDrawing('p1'),
        [{ name: 'word/media/a.png', bytes: svg }],
        link('media/a.png', ''),
      ),
      aDocx(
        `<w:p><w:hyperlink r:id="p1"><w:r><w:t>好</w:t></w:r></w:hyperlink></w:p>`,
        [],
        link('javascript:run(1)'),
      ),
    ];
    for (const docx of hostile) {
      const answer = await word(docx);
      if (answer.status === 200) {
        const { blocks } = answer.body;
        expect(blocks.every((block) => Object.keys(block).every((field) => fields.includes(field)))).toBe(
          true,
        );
        expect(JSON.stringify(blocks)).not.toMatch(/javascript:|root:|fileId/);
        expect(JSON.stringify(blocks)).toContain('好');
      } else expect(answer).toMatchObject({ status: 400, code: 'paper.unreadable' });
    }
    expect(await dump(house)).toEqual(before);
  });

  it('that unpacks to more than it may, lies of its length, or is no Word text is refused', async () => {
    const large = { name: 'word/media/a.png', bytes: Buffer.alloc(70_000_000) };
    expect(await word(aDocx(aParagraph('好'), [large]))).toMatchObject({
      status: 400,
      code: 'paper.tooMuch',
    });
    const lying = { name: 'word/media/a.png', bytes: Buffer.alloc(5_000_000), saysLength: 10 };
    expect(await word(aDocx(aParagraph('好'), [lying]))).toMatchObject({
      status: 400,
      code: 'paper.unreadable',
    });
    const many = Array.from({ length: 2_100 }, (_, at) => ({ name: `a${at}`, bytes: Buffer.from('x') }));
    expect(await word(aZip(many))).toMatchObject({ status: 400, code: 'paper.tooMuch' });
    const entities = '<!DOCTYPE x [<!ENTITY a "run"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const xxe = aZip([{ name: 'word/document.xml', bytes: Buffer.from(`${entities}<x>&b;</x>`) }]);
    for (const bytes of [
      xxe,
      Buffer.from('PK\x03\x04'),
      Buffer.from(''),
      Buffer.from('%PDF-1.4'),
      await aPhoto(30, 20),
    ])
      expect(await word(bytes)).toMatchObject({ status: 400, code: 'paper.unreadable' });
  });
});
