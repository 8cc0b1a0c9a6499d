import { instant, key, makesTable, maybe, text, whole } from '../columns';

export const wechat = [
  makesTable('1797000009001', 'wechat_tokens', {
    ...{ appId: key(text(32)), generation: whole(), tokenSealed: maybe(text(1200)) },
    ...{ endsAt: maybe(instant()), renewedUntil: maybe(instant()), forcedAt: maybe(instant()) },
  }),
  makesTable('1797000009002', 'media_verdicts', {
    ...{ traceId: key(text(64)), verdict: text(10), at: instant() },
  }),
];
