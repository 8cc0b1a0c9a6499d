import type { Area, Host } from './host';

const everywhere = {
  left: 0,
  top: 0,
  right: 375,
  bottom: 44,
  width: 375,
  height: 44,
  scrollTop: 0,
  scrollLeft: 0,
};

/** Questions about where things are. Nothing is laid out here: every element is one row at the top. */
export function layout(host: Host): Area {
  return {
    asIs: {
      nextTick: (run: () => void) => host.timers.setTimeout(run),
      createSelectorQuery: () => selectorQuery(host),
      createIntersectionObserver: () => observer(),
    },
  };
}

type Heard = (answer: unknown) => void;

function selectorQuery({ realm, timers }: Host): object {
  const asked: { heard: Heard | undefined; answer: unknown }[] = [];
  const ask = (isMany: boolean, answer: unknown) => (first?: unknown, second?: unknown) => {
    const heard = [first, second].find((given) => typeof given === 'function') as Heard | undefined;
    asked.push({ heard, answer: realm.given(isMany ? [answer] : answer) });
    return query;
  };
  const node = (isMany: boolean) => ({
    boundingClientRect: ask(isMany, everywhere),
    scrollOffset: ask(isMany, everywhere),
    fields: ask(isMany, everywhere),
    node: ask(isMany, null),
    context: ask(isMany, null),
  });
  const query = {
    in: () => query,
    select: () => node(false),
    selectAll: () => node(true),
    selectViewport: () => node(false),
    exec(done?: Heard) {
      timers.setTimeout(() => {
        for (const { heard, answer } of asked) heard?.(answer);
        done?.(asked.map(({ answer }) => answer));
      });
      return query;
    },
  };
  return query;
}

function observer(): object {
  const self = {
    relativeTo: () => self,
    relativeToViewport: () => self,
    observe: () => undefined,
    disconnect: () => undefined,
  };
  return self;
}
