import { newId } from '../offline/new-id';
import { carry, isOfCloud, isTimeout, type Parcel } from './carry';
import type { paths } from './schema';
import { forgetSession, token } from './session';

type Verb = 'get' | 'post' | 'put' | 'delete';
type RoutesOf<Path extends keyof paths> = {
  [V in Verb]: V extends keyof paths[Path]
    ? [paths[Path][V]] extends [undefined]
      ? never
      : `${Uppercase<V>} ${Path}`
    : never;
}[Verb];

/** Every route of the server's own API document, such as `GET /api/batches/{id}`. */
export type Route = { [Path in keyof paths]: RoutesOf<Path> }[keyof paths];

type Operation<R extends Route> = R extends `${infer V} ${infer Path}`
  ? Path extends keyof paths
    ? Lowercase<V> extends keyof paths[Path]
      ? NonNullable<paths[Path][Lowercase<V>]>
      : never
    : never
  : never;
type Parameters<R extends Route> = Operation<R> extends { parameters: infer P } ? P : never;
type PathOf<R extends Route> = Parameters<R> extends { path: infer P } ? P : undefined;
type QueryOf<R extends Route> = Parameters<R> extends { query?: infer Q } ? Q : undefined;
type BodyOf<R extends Route> =
  Operation<R> extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined;
type Responses<R extends Route> = Operation<R> extends { responses: infer S } ? S : never;
type Json<S> = S extends { content: { 'application/json': infer A } } ? A : undefined;

/** What the server answers to a route. */
export type Answer<R extends Route> =
  Responses<R> extends { 200: infer S }
    ? Json<S>
    : Responses<R> extends { 201: infer S }
      ? Json<S>
      : undefined;

export interface Asked<R extends Route> {
  path?: PathOf<R>;
  query?: QueryOf<R>;
  body?: BodyOf<R>;
}

/** A "no" with its sentence: from the server, or from the phone when there is no signal. */
export class CallFailed extends Error {
  constructor(
    readonly code: string,
    readonly sentence: string,
    readonly fields: readonly { field: string; problem: string }[] = [],
  ) {
    super(sentence);
  }

  /** The request may never have reached the server: worth keeping and trying again. */
  get isOffline(): boolean {
    return this.code === 'phone.offline' || this.code === 'phone.slow' || this.code === 'server.surprise';
  }
}

type SignInAgain = () => Promise<unknown>;
let signInAgain: SignInAgain | undefined;

/** Says how to sign in in silence, where the platform can: WeChat gives a new code without asking her. */
export function whenSignedOut(again: SignInAgain): void {
  signInAgain = again;
}

/**
 * Asks the server. Paths, queries, bodies and answers are typed by the server's own document.
 * When her sign-in has ended, she is signed in again in silence and the request is made once more.
 *
 * @throws CallFailed with a sentence that can be shown.
 */
export async function call<R extends Route>(route: R, asked: Asked<R> = {}): Promise<Answer<R>> {
  const [method = 'GET', template = ''] = route.split(' ');
  const key = isOnce(method, template) ? newId() : undefined;
  const path = pathOf(template, asked.path, asked.query);
  const ask = () =>
    sendAgain(key === undefined ? 1 : timesOnce, () =>
      send({ path, method: method as Parcel['method'] }, asked.body, key),
    );
  const wasSignedIn = token() !== undefined;
  let response = await ask();
  if (response.statusCode === 401 && wasSignedIn) {
    forgetSession();
    if (
      signInAgain &&
      (await signInAgain().then(
        () => true,
        () => false,
      ))
    )
      response = await ask();
  }
  if (response.statusCode >= 200 && response.statusCode < 300) return response.data as Answer<R>;
  const refusal = (response.data ?? {}) as {
    code?: string;
    message?: string;
    fields?: { field: string; problem: string }[];
  };
  throw new CallFailed(
    refusal.code ?? 'server.surprise',
    refusal.message ?? '系统没有回应，请过一会儿再试。',
    refusal.fields,
  );
}

/** What changes a seat is asked under a key of its own: it can be sent again when its answer was lost, and is done once. */
function isOnce(method: string, template: string): boolean {
  return method === 'POST' && template.includes('/enrolments');
}

/** How often a request with a key is sent before the phone says that there is no signal. */
const timesOnce = 3;

async function sendAgain<Got>(times: number, ask: () => Promise<Got>): Promise<Got> {
  for (let left = times; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

async function send(
  parcel: Parcel,
  body: unknown,
  key: string | undefined,
): Promise<{ statusCode: number; data: unknown }> {
  const held = token();
  try {
    return await carry({
      ...parcel,
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
      header: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(held ? { authorization: `Bearer ${held}` } : {}),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    });
  } catch (error) {
    if (isTimeout(error)) throw new CallFailed('phone.slow', '信号太弱，没有等到回应。请再试一次。');
    if (isOfCloud(error)) throw new CallFailed('server.surprise', '系统没有回应，请过一会儿再试。');
    throw new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');
  }
}

function pathOf(template: string, path: unknown, query: unknown): string {
  const filled = Object.entries((path ?? {}) as Record<string, string>).reduce(
    (url, [name, value]) => url.replace(`{${name}}`, encodeURIComponent(value)),
    template,
  );
  const pairs = Object.entries((query ?? {}) as Record<string, string | number | undefined>)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}
