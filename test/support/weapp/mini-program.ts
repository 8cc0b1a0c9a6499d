import { setTimeout as pause } from 'node:timers/promises';
import { Controls, isOff } from './controls';
import { closest, findAll, textOf } from './find';
import { Phone } from './phone';
import { Run } from './run';
import type { ViewNode } from './tree';

type Target = string | ViewNode;

const patienceMs = 1_000;

/**
 * The real build of the mini-program, running without WeChat: its code in a world of its own,
 * its pages drawn by its compiled templates, her taps and words brought to it as events.
 */
export class MiniProgram {
  private readonly run: Run;
  private readonly controls: Controls;

  /**
   * @param folder the build, such as `dist/weapp`
   * @param phone give the phone of an earlier run to go on with what it kept
   */
  constructor(
    folder: string,
    readonly phone = new Phone(),
  ) {
    this.run = new Run(folder, phone);
    this.controls = new Controls(phone);
  }

  /** Starts the app on a page, as WeChat does: by default its first one. */
  async launch(url = this.run.build.firstPage, scene = 1001): Promise<void> {
    this.run.launch(url, scene);
    await this.settle();
  }

  /** Ends the run as the system does when memory is short: no farewell to the app, nothing more happens. */
  kill(): void {
    this.run.kill();
  }

  /** She goes to another app. */
  async toBackground(): Promise<void> {
    this.run.toBackground();
    await this.settle();
  }

  /** She comes back. */
  async toForeground(): Promise<void> {
    this.run.toForeground();
    await this.settle();
  }

  /** What went wrong: uncaught errors, `console.error`, templates that do not exist. */
  get errors(): readonly string[] {
    return this.run.errors;
  }

  /** Fails when anything went wrong inside the app so far. */
  assertCalm(): void {
    if (this.errors.length > 0) throw new Error(`The mini-program is in trouble:\n${this.errors.join('\n')}`);
  }

  /** How much data went to the screen; `firstOf` is the first `setData` of each page, by route. */
  get setDataBytes(): Readonly<Run['setDataBytes']> {
    return this.run.setDataBytes;
  }

  /** The route of the page she sees. */
  get route(): string {
    return this.run.stack.top.path;
  }

  /** The routes of all open pages, the one she sees last. */
  get routes(): readonly string[] {
    return this.run.stack.pages.map(({ path }) => path);
  }

  /** The build that runs. */
  get build(): Run['build'] {
    return this.run.build;
  }

  /** The phone's own way back. */
  async back(): Promise<void> {
    this.run.stack.navigateBack(1);
    await this.settle();
  }

  /** Calls what the page offers to WeChat: `onPullDownRefresh`, `onReachBottom`, `onShareAppMessage`. */
  async callPage(name: string, ...given: unknown[]): Promise<void> {
    this.run.stack.top.call(name, ...given.map((value) => this.run.given(value)));
    await this.settle();
  }

  /** The page as it is drawn now, with the tab bar below it. */
  tree(): ViewNode {
    return this.run.tree();
  }

  /** All elements that a selector names; see `findAll`. */
  $$(selector: string): ViewNode[] {
    return findAll(this.tree(), selector);
  }

  /** The first of them. */
  $(selector: string): ViewNode | undefined {
    return this.$$(selector)[0];
  }

  /** The words of the page, or of one element, a line per block. */
  text(target: Target = this.tree()): string {
    return textOf(this.the(target));
  }

  /** Taps an element, and waits a moment for what follows. A disabled button is an error. */
  async tap(target: Target): Promise<void> {
    const node = this.the(target);
    const button = closest(node, 'wx-button');
    if (button && isOff(button.attr.disabled)) throw new Error(`Tapped a disabled button: ${textOf(button)}`);
    this.run.asTapped(() => {
      this.run.bring(node, 'tap', { x: 1, y: 1 });
      this.controls.tapped(node, (at, type, detail) => void this.run.bring(at, type, detail));
    });
    await this.settle();
  }

  /** Fills a field, as far as its keyboard and its length allow. */
  async input(target: Target, text: string): Promise<void> {
    const node = this.the(target);
    if (isOff(node.attr.disabled)) throw new Error(`Typed into a disabled field: ${describe(target)}`);
    const value = this.controls.typed(node, text);
    this.run.bring(node, 'focus', { value: this.controls.stateOf(node, 'value') ?? '', height: 0 });
    this.controls.set(node, 'value', value);
    this.run.bring(node, 'input', { value, cursor: value.length, keyCode: 0 });
    this.run.bring(node, 'blur', { value, cursor: value.length });
    await this.settle();
  }

  /** Chooses in a picker, a slider, a switch or a group of boxes: `value` is what WeChat would send. */
  async change(target: Target, value: unknown): Promise<void> {
    const node = this.the(target);
    if (isOff(node.attr.disabled)) throw new Error(`Changed a disabled control: ${describe(target)}`);
    const { mode = 'selector', range } = node.attr;
    const isOutside =
      node.tag === 'wx-picker' && mode === 'selector' && Array.isArray(range) && !(Number(value) in range);
    if (isOutside) throw new Error(`The picker ${describe(target)} has no entry ${String(value)}`);
    this.controls.set(node, node.tag === 'wx-switch' ? 'checked' : 'value', value);
    await this.fire(node, 'change', { value });
  }

  /** Brings any event to an element; that nobody listens is an error. */
  async fire(target: Target, type: string, detail: unknown = {}): Promise<void> {
    if (!this.run.bring(this.the(target), type, detail))
      throw new Error(`Nobody hears "${type}" of ${describe(target)}`);
    await this.settle();
  }

  /** Waits until the app is quiet: nothing drawn, asked or planned soon. It waits a second at most. */
  async settle(): Promise<void> {
    const end = Date.now() + patienceMs;
    for (let quiet = 0; quiet < 3 && Date.now() < end;) {
      await pause(4);
      quiet = this.run.isBusy ? 0 : quiet + 1;
    }
  }

  /** Waits until `isSo` answers something, and answers that. */
  async until<T>(isSo: () => T, ms = 5_000): Promise<NonNullable<T>> {
    const end = Date.now() + ms;
    for (;;) {
      const answer = isSo();
      if (answer) return answer;
      if (Date.now() > end)
        throw new Error(`It did not come to pass within ${ms} ms: ${String(isSo)}\n${this.seen()}`);
      await pause(10);
    }
  }

  private the(target: Target): ViewNode {
    const node = typeof target === 'string' ? this.$(target) : target;
    if (!node) throw new Error(`There is no ${describe(target)}\n${this.seen()}`);
    return node;
  }

  private seen(): string {
    const troubles = this.errors.map((error) => `\n! ${error}`).join('');
    return `On ${this.route} she sees:\n${this.text()}${troubles}`;
  }
}

function describe(target: Target): string {
  return typeof target === 'string' ? target : `<${target.tag} id=${String(target.attr.id)}>`;
}
