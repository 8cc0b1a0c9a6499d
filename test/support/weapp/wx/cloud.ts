import type { Area, Host, Options } from './host';
import { AskedRequest } from './network';

const name = 'cloud.callContainer';
/** WeChat lets no call through the cloud take longer, nor carry more. */
const longestMs = 15_000;
const largestBytes = 100 * 1024;

type Heard = ((result: unknown) => void) | undefined;

/** `wx.cloud`: what goes by it reaches the service through WeChat's gateway, which says who is asking. */
export function cloud(host: Host): Area {
  const gateway = host.phone.cloud;
  if (!gateway) return {};
  let environment: unknown;
  const init = (options: Options) => (environment = options.env);
  const callContainer = (given: Options) => {
    const { success, fail } = given as { success?: Heard; fail?: Heard };
    if (success ?? fail) return ask(given);
    return host.realm.promise((resolve, reject) => ask({ ...given, success: resolve, fail: reject }));
  };

  function ask(given: Options): void {
    const { path, header, timeout, data } = given;
    const sent = Object.entries((header ?? {}) as Record<string, string>);
    const named = sent.find(([key]) => key.toLowerCase() === 'x-wx-service')?.[1];
    const asked = new AskedRequest(
      host,
      {
        ...given,
        url: `${gateway!.url}${String(path)}`,
        timeout: Math.min(Number(timeout ?? longestMs), longestMs),
        // What the phone says of who she is goes no further.
        header: Object.fromEntries([
          ...sent.filter(([key]) => !/^x-wx-/i.test(key)),
          ...[
            ['X-WX-OPENID', gateway!.openid],
            ['X-WX-APPID', gateway!.appId],
          ],
          ['X-WX-SOURCE', 'wx_client'],
        ]) as Record<string, string>,
      },
      name,
    );
    const config = (given.config ?? {}) as { env?: unknown };
    const why =
      (environment === undefined && 'Cloud API is not enabled, please call wx.cloud.init first') ||
      ((config.env ?? environment) !== gateway!.environment && 'errCode: -501000 | errMsg: Invalid Env') ||
      (named !== gateway!.service && 'errCode: -606001 | errMsg: no such service') ||
      (String(data ?? '').length > largestBytes && 'errCode: -606001 | errMsg: data exceeds max size') ||
      (host.phone.cloudFailure !== undefined && `errCode: ${host.phone.cloudFailure} | errMsg: cloud`);
    if (why) asked.end(why);
    void host.working(asked.run());
  }

  return { asIs: { cloud: { init, callContainer } } };
}
