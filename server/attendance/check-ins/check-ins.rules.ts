/** The code on the trainer's screen changes so often, in milliseconds. */
export const codeLastsMs = 20_000;

/** The window of time that an instant lies in; a code belongs to one window. */
export function windowOf(now: Date): number {
  return Math.floor(now.getTime() / codeLastsMs);
}

/** A code is good in its own window and in the next one: who raised her phone just before the change is not sent away. */
export function isStillGood(window: number, now: Date): boolean {
  const since = windowOf(now) - window;
  return since === 0 || since === 1;
}

/** How long the code of this moment stays on the screen, in milliseconds. */
export function changesIn(now: Date): number {
  return codeLastsMs - (now.getTime() % codeLastsMs);
}

export interface CheckInCode {
  readonly sessionId: string;
  readonly window: number;
  readonly seal: string;
}

export function writeCode({ sessionId, window, seal }: CheckInCode): string {
  return `${sessionId}.${window}.${seal}`;
}

/** The parts of a code, or undefined for a text that is none. */
export function readCode(text: string): CheckInCode | undefined {
  const [, sessionId, window, seal] = /^([0-9a-f-]{36})\.(\d{6,12})\.([0-9a-f]{20})$/.exec(text) ?? [];
  return sessionId && window && seal ? { sessionId, window: Number(window), seal } : undefined;
}
