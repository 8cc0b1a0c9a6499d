type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Who the gateway of WeChat Cloud Hosting says is asking. */
export interface GatewayIdentity {
  readonly openid: string;
  readonly unionid?: string | undefined;
}

/**
 * Reads the headers that the gateway adds to a call from the mini-program. Anybody else can send them too, so they count
 * only where a setting says that nobody reaches this server but through the gateway; and only for our own mini-program.
 */
export function identityByGateway(
  headers: Headers,
  { isBehindGateway, appId }: { readonly isBehindGateway: boolean; readonly appId: string },
): GatewayIdentity | undefined {
  const text = (name: string) => (typeof headers[name] === 'string' ? headers[name] : '');
  const [openid, source] = [text('x-wx-openid'), text('x-wx-source')];
  if (!isBehindGateway || source === '' || text('x-wx-appid') !== appId) return undefined;
  if (!/^[\w-]{1,64}$/.test(openid)) return undefined;
  return { openid, unionid: text('x-wx-unionid') || undefined };
}
