/** Longer than this, a timer is the app waiting, not the app still at work. */
const atWorkMs = 100;

/**
 * Every timer of one run. It knows whether something short is still to come,
 * and leaves nothing behind when the mini-program is killed.
 */
export class Timers {
  private readonly running = new Map<number, { handle: NodeJS.Timeout; isWork: boolean }>();
  private lastId = 0;
  private isDead = false;

  /** @param guarded runs a function of the app and keeps what it throws. */
  constructor(private readonly guarded: (run: () => void) => void) {}

  get isBusy(): boolean {
    return [...this.running.values()].some(({ isWork }) => isWork);
  }

  readonly setTimeout = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
    const id = (this.lastId += 1);
    if (this.isDead) return id;
    const handle = setTimeout(() => {
      this.running.delete(id);
      this.guarded(() => run(...given));
    }, ms);
    this.running.set(id, { handle, isWork: !(ms > atWorkMs) });
    return id;
  };

  readonly setInterval = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
    const id = (this.lastId += 1);
    if (this.isDead) return id;
    const handle = setInterval(() => this.guarded(() => run(...given)), ms);
    this.running.set(id, { handle, isWork: false });
    return id;
  };

  readonly clear = (id?: number): void => {
    clearTimeout(this.running.get(id ?? 0)?.handle);
    this.running.delete(id ?? 0);
  };

  /** Nothing that was planned happens any more, nor anything new. */
  stop(): void {
    this.isDead = true;
    for (const { handle } of this.running.values()) clearTimeout(handle);
    this.running.clear();
  }
}
