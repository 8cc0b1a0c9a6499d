import { readScene, writeScene } from '../../server/accounts/scenes.rules';
import { addressIn, afterSignIn, arrivalOf, ownPage, wantedPage } from '../../miniapp/arrival/arrival';

const id = '0193f0a2-7c4e-7d11-9f3b-5a0c8e7d6b42';

describe('Where a code, a link or a message leads', () => {
  it('writes an id of ours into the few characters of a mini-program code, and reads it again', () => {
    for (const kind of ['batch', 'article'] as const) {
      const scene = writeScene({ kind, id });
      expect(scene).toMatch(/^[\x21-\x7e]{1,32}$/);
      expect(readScene(scene)).toEqual({ kind, id });
    }
    for (const edge of ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'])
      expect(readScene(writeScene({ kind: 'batch', id: edge }))?.id).toBe(edge);
  });

  const batch = encodeURIComponent(writeScene({ kind: 'batch', id }));
  const link = (text: string) => encodeURIComponent(text);
  it.each([
    ['a code of a batch', { scene: batch }, `/pages/batch/index?id=${id}`],
    ['a code that is not ours', { scene: 'x.abc' }, undefined],
    ['a code cut short', { scene: batch.slice(0, 10) }, undefined],
    ['a code with a broken encoding', { scene: '%E0%A4%A' }, undefined],
    [
      'the link on a certificate',
      { q: link('https://example.org/#/pages/certificate/index?number=230129-2026-K7QMD-2XHRA') },
      '/pages/certificate/index?number=230129-2026-K7QMD-2XHRA',
    ],
    ['a link without a page', { q: link('https://example.org/about') }, undefined],
    [
      'a link to a page that is none of ours',
      { q: link('https://example.org/#//evil.example/x') },
      undefined,
    ],
    ['a link that is a script', { q: link('javascript:alert(1)#/pages/home/index') }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, brought, page) => expect(arrivalOf(brought)).toBe(page));

  it('takes for ours only pages of ours', () => {
    expect(ownPage('/office/woman/index?id=1')).toBe('/office/woman/index?id=1');
    for (const foreign of [
      'https://evil.example',
      '//evil.example/pages/home/index',
      '/pages/home/index#x',
      '',
      undefined,
    ])
      expect(ownPage(foreign)).toBeUndefined();
  });

  it('says where she is without what the platform adds', () => {
    const params = { id, $taroTimestamp: 17, stamp: 'AA' };
    expect(addressIn('pages/batch/index', params)).toBe(`/pages/batch/index?id=${id}`);
    expect(addressIn('/pages/batch/index?id=7&stamp=AB', {})).toBe('/pages/batch/index?id=7');
    expect(addressIn('pages/mine/index', {})).toBe('/pages/mine/index');
    expect(addressIn('pages/x/index', { name: encodeURIComponent('李桂香') })).toBe(
      `/pages/x/index?name=${encodeURIComponent('李桂香')}`,
    );
  });

  const at = { home: '/pages/home/index', register: (to: string) => `/pages/register/index?to=${to}` };
  it.each([
    ['who came without an aim goes to her own work', undefined, true, at.home],
    [
      'who was going somewhere lands there',
      encodeURIComponent('/pages/batch/index?id=7'),
      true,
      '/pages/batch/index?id=7',
    ],
    [
      'who has no file opens one first',
      '/pages/batch/index?id=7',
      false,
      at.register('/pages/batch/index?id=7'),
    ],
    ['who was lured elsewhere stays with us', 'https://evil.example/', true, at.home],
  ])('after signing in, %s', (_, to, isKnown, page) =>
    expect(afterSignIn(to, { ...at, isKnown })).toBe(page),
  );

  it.each([
    ['encoded once, as a browser gives it', '/pages/batch/index?id=1', '/pages/batch/index?id=1'],
    [
      'still encoded, as WeChat gives it',
      encodeURIComponent('/pages/batch/index?id=1'),
      '/pages/batch/index?id=1',
    ],
    ['not ours', '//evil.example', undefined],
    ['broken', '%E0%A4%A', undefined],
    ['none', undefined, undefined],
  ])('reads where she was going: %s', (_, to, page) => {
    expect(wantedPage(to)).toBe(page);
  });
});
