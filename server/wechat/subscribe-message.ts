/** A subscribe message (订阅消息), ready to be sent: its fields already keep WeChat's rules. */
export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Where a tap on it leads: a page without a leading slash, with its query. */
  readonly page: string;
  /** By the template's own keys: `thing1`. */
  readonly fields: Readonly<Record<string, string>>;
}
