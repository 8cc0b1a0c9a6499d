import type { Area, Host, Options } from './host';

/** Opening and leaving pages. */
export function navigation({ stack }: Host): Area {
  const to = (open: (url: string) => void) => async (options: Options) => {
    await new Promise((resolve) => setImmediate(resolve));
    open(String(options.url));
  };
  return {
    later: {
      navigateTo: to((url) => stack.navigateTo(url)),
      redirectTo: to((url) => stack.redirectTo(url)),
      switchTab: to((url) => stack.switchTab(url)),
      reLaunch: to((url) => stack.reLaunch(url)),
      navigateBack: async ({ delta }) => {
        await new Promise((resolve) => setImmediate(resolve));
        stack.navigateBack(Number(delta ?? 1));
      },
    },
  };
}
