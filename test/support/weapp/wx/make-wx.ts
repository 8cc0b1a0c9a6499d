import { cloud } from './cloud';
import { device } from './device';
import { dialogs } from './dialogs';
import { WxFailure, type Area, type Host, type Listener, type Options } from './host';
import { layout } from './layout';
import { navigation } from './navigation';
import { network } from './network';
import { people } from './people';
import { storage } from './storage';

type Callback = (result: unknown) => void;
type Call = (...given: unknown[]) => unknown;

const areas = [cloud, device, dialogs, layout, navigation, network, people, storage];
// prettier-ignore
const eventNames = [
  'AppShow', 'AppHide', 'NetworkStatusChange', 'Error', 'UnhandledRejection', 'ThemeChange', 'WindowResize', 'PageNotFound',
  'MemoryWarning', 'KeyboardHeightChange', 'NeedPrivacyAuthorization', 'AudioInterruptionBegin', 'AudioInterruptionEnd',
];

/** Her answer to these is a tap: what the app does in it may want one. */
const answeredByTap = new Set(['showModal', 'showActionSheet']);

/** The `wx` of one run. What the app looks for in vain is written down in `phone.missing`. */
export function makeWx(host: Host): object {
  const members: Record<string, unknown> = {};
  for (const { later = {}, now = {}, asIs = {} } of areas.map((area: (host: Host) => Area) => area(host))) {
    for (const [name, work] of Object.entries(later)) members[name] = answeringLater(host, name, work);
    for (const [name, work] of Object.entries(now)) members[name] = answeringAtOnce(host, work as Call);
    Object.assign(members, asIs);
  }
  Object.assign(members, eventsOf(host), host.phone.wx);
  return new Proxy(members, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target)) host.phone.missing.add(name);
      return target[name as string];
    },
    set(target, name, value) {
      // What the app puts there itself was not looked for in vain.
      host.phone.missing.delete(String(name));
      return Reflect.set(target, name, value);
    },
  });
}

function answeringLater(host: Host, name: string, work: (options: Options) => unknown): Call {
  return (given) => {
    const options = (given ?? {}) as Options;
    host.phone.calls.push({ name, options });
    const { success, fail, complete } = options as {
      success?: Callback;
      fail?: Callback;
      complete?: Callback;
    };
    const wantsPromise = !success && !fail && !complete;
    const answer = (resolve?: Callback, reject?: Callback) => {
      void host.working(outcomeOf(host, name, work, options)).then(({ isDone, result }) => {
        host.timers.setTimeout(() => {
          const own = host.realm.given(result);
          const tell = (heard?: Callback) => host.guarded(() => heard?.(own));
          const tellAll = () => [isDone ? (success ?? resolve) : (fail ?? reject), complete].forEach(tell);
          if (answeredByTap.has(name)) host.asTapped(tellAll);
          else tellAll();
        });
      });
    };
    return wantsPromise ? host.realm.promise(answer) : answer();
  };
}

async function outcomeOf(
  host: Host,
  name: string,
  work: (options: Options) => unknown,
  options: Options,
): Promise<{ isDone: boolean; result: Options }> {
  try {
    if (host.phone.refused.has(name)) throw new WxFailure('auth deny');
    if (host.phone.heldForPrivacy.has(name)) await consented(host, name);
    const result = (await work(options)) as Options | undefined;
    return { isDone: true, result: { errMsg: `${name}:ok`, ...result } };
  } catch (error) {
    const more = error instanceof WxFailure ? error.more : {};
    return {
      isDone: false,
      result: { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`, ...more },
    };
  }
}

/** Waits for her answer to the app's own dialogue; without one, WeChat's own would ask, and she agrees there. */
async function consented(host: Host, name: string): Promise<void> {
  const heard = host.listeners.get('NeedPrivacyAuthorization') ?? new Set<Listener>();
  if (heard.size === 0) return host.phone.heldForPrivacy.clear();
  const event = await new Promise<string>((resolve) => {
    const answer = (said: { event: string }) => said.event !== 'exposureAuthorization' && resolve(said.event);
    for (const listener of heard)
      host.guarded(() => void listener(answer, host.realm.given({ referrer: name })));
  });
  if (event !== 'agree') throw new WxFailure('privacy permission is not authorized');
  host.phone.heldForPrivacy.clear();
}

function answeringAtOnce(host: Host, work: Call): Call {
  return (...given) => {
    try {
      return host.realm.given(work(...given));
    } catch (error) {
      throw host.realm.error(error instanceof Error ? error.message : String(error));
    }
  };
}

function eventsOf({ listeners }: Host): Record<string, Call> {
  const members: Record<string, Call> = {};
  for (const name of eventNames) {
    const heard = new Set<Listener>();
    listeners.set(name, heard);
    members[`on${name}`] = (listener) => void heard.add(listener as Listener);
    members[`off${name}`] = (listener) =>
      void (listener ? heard.delete(listener as Listener) : heard.clear());
  }
  return members;
}
