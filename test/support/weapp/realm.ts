import { posix } from 'node:path';
import { createContext, runInContext, runInThisContext, type Context } from 'node:vm';
import type { Build } from './build';

type Load = (file: string) => unknown;
type ModuleBody = (require: Load, module: { exports: unknown }, exports: unknown) => void;

/** The process itself: inside Jest, `process` is a copy that never hears of rejections. */
const realProcess = runInThisContext('process') as NodeJS.Process;

/**
 * Where the app's own code runs: plain JavaScript with what WeChat gives it and nothing of Node's,
 * no window, and no code made from strings.
 */
export class Realm {
  /** A copy of a JSON value that belongs to the app's own world, as everything from WeChat does. */
  readonly parse: (text: string) => unknown;
  readonly error: (message: string) => Error;
  readonly promise: <T>(
    executor: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
  ) => Promise<T>;
  private readonly context: Context;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly isOwnPromise: (value: unknown) => boolean;

  constructor(
    private readonly build: Build,
    globals: Record<string, unknown>,
    private readonly report: (error: unknown) => void,
  ) {
    this.context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
    this.parse = this.evaluate('(text) => JSON.parse(text)');
    this.error = this.evaluate('(message) => new Error(message)');
    this.promise = this.evaluate('(executor) => new Promise(executor)');
    this.isOwnPromise = this.evaluate('(value) => value instanceof Promise');
    realProcess.on('unhandledRejection', this.onRejection);
  }

  given<T>(value: T): T {
    return value === undefined ? value : (this.parse(JSON.stringify(value)) as T);
  }

  /** Runs a file of the build once and answers what it exports. */
  load(file: string): unknown {
    const path = posix.extname(file) ? file : `${file}.js`;
    const known = this.modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(path, module);
    const body = this.evaluate<ModuleBody>(
      `(function(require,module,exports){${this.build.read(path)}\n})`,
      path,
    );
    body((wanted) => this.load(posix.join(posix.dirname(path), wanted)), module, module.exports);
    return module.exports;
  }

  stop(): void {
    realProcess.off('unhandledRejection', this.onRejection);
  }

  private evaluate<T>(code: string, filename?: string): T {
    return runInContext(code, this.context, { filename }) as T;
  }

  /**
   * A rejection of the app's is the app's trouble; anybody else's goes on as if nobody listened here.
   * Jest hears of both by itself, and fails the test that is running.
   */
  private readonly onRejection = (reason: unknown, promise: Promise<unknown>): void => {
    if (this.isOwnPromise(promise)) this.report(reason);
    else if (realProcess.listenerCount('unhandledRejection') === 1) throw reason;
  };
}
