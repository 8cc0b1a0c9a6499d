import type { ViewNode } from './tree';

const bubbling = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
]);

/** Brings an event to the app, outwards from a node as WeChat does. Answers whether anybody listened. */
export function bring(node: ViewNode, type: string, detail: unknown, given: <T>(value: T) => T): boolean {
  const target = sourceOf(node);
  let isHeard = false;
  for (let at: ViewNode | undefined = node; at; at = bubbling.has(type) ? at.parent : undefined) {
    const catcher = handlerOf(at, 'catch', type);
    const handler = catcher ?? handlerOf(at, 'bind', type);
    if (handler === undefined) continue;
    isHeard = true;
    const event = {
      type,
      timeStamp: Date.now(),
      target,
      currentTarget: sourceOf(at),
      detail,
      touches: [],
      changedTouches: [],
      mark: {},
    };
    at.host.call(handler, given(event));
    if (catcher !== undefined) break;
  }
  return isHeard;
}

function handlerOf({ attr }: ViewNode, how: 'bind' | 'catch', type: string): string | undefined {
  const name = attr[`${how}${type}`] ?? attr[`${how}:${type}`];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function sourceOf({ attr }: ViewNode): object {
  const data = Object.entries(attr).filter(([name]) => name.startsWith('data-'));
  const dataset = Object.fromEntries(
    data.map(([name, value]) => [camelCase(name.slice('data-'.length)), value]),
  );
  return { id: attr.id ?? '', dataset, offsetLeft: 0, offsetTop: 0 };
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
