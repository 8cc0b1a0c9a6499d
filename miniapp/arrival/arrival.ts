import { readScene } from '../../server/accounts/scenes.rules';

/** What a launch brings to the first page. */
export interface Brought {
  /** Of a mini-program code, still encoded as WeChat gives it. */
  readonly scene?: string | undefined;
  /** A whole link that was scanned, still encoded: `https://…/#/pages/certificate/index?number=…`. */
  readonly q?: string | undefined;
}

/** Where a code or a scanned link leads: a page of ours, or undefined where it names none. */
export function arrivalOf({ scene, q }: Brought): string | undefined {
  const named = scene === undefined ? undefined : readScene(decoded(scene));
  if (named) return `/pages/${named.kind}/index?id=${named.id}`;
  return q === undefined ? undefined : pageIn(decoded(q));
}

/** The page that a link of our own browser build names behind its #. */
function pageIn(link: string): string | undefined {
  const [, page] = /^https?:\/\/[^#]*#(\/.*)$/.exec(link) ?? [];
  return ownPage(page);
}

/** The address, where it is one of our pages: never anything that another could have slipped in. */
export function ownPage(url: string | undefined): string | undefined {
  const isOurs = /^\/(pages|trainer|office)\/[a-z-]+\/index(\?[^#\s]*)?$/.test(url ?? '');
  return isOurs ? url : undefined;
}

/** What Taro adds to the parameters of a page for itself. */
const itsOwn = /^(\$|stamp$)/;

/** The address of a page by its path and what it was opened with. */
export function addressIn(path: string, params: object): string {
  const [bare = '', query = ''] = path.split('?');
  const given = { ...Object.fromEntries(pairsIn(query)), ...params };
  const pairs = Object.entries(given)
    .filter(([name, value]) => !itsOwn.test(name) && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(decoded(String(value)))}`);
  return `/${bare.replace(/^\/+/, '')}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

function pairsIn(query: string): [string, string][] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, value];
    });
}

/** The page of ours that she wanted when she was asked to sign in or to register first, as `to` brought it. */
export function wantedPage(to: string | undefined): string | undefined {
  return ownPage(to === undefined ? undefined : decoded(to));
}

/** Where somebody lands who has just signed in. Who has no file yet opens one first, and goes on from there. */
export function afterSignIn(
  to: string | undefined,
  { isKnown, home, register }: { isKnown: boolean; home: string; register: (to: string) => string },
): string {
  const wanted = wantedPage(to);
  if (wanted === undefined) return home;
  return isKnown ? wanted : register(wanted);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
