import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../http/refusals';
import type { Layout } from '../headings.rules';
import type { FileRows, FilesWanted } from './file-rows';
import type { PartRead, SheetRead } from './read-rows';
import type { Answered, Sent, ThreadFacts } from './thread';

/** Rows pass through quickly: with less room for the young, many are taken for old before they are gone. */
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 48 } as const;

/** A thread that reads registers and seals files while the server goes on answering. One question at a time. */
export class ImportThread {
  private readonly worker: Worker;
  private isOver = false;

  constructor(facts: ThreadFacts) {
    this.worker = new Worker(threadFile(), { workerData: facts, resourceLimits: memory });
    // Also while nobody asks, an error of the thread must not end the server.
    this.worker.on('error', () => undefined).on('exit', () => (this.isOver = true));
  }

  /**
   * The register in an open file, part by part.
   *
   * @throws Refusal when it cannot be read as one.
   */
  async *read(file: number): AsyncGenerator<{ sheet: SheetRead } | { part: PartRead }> {
    this.worker.postMessage({ read: file } satisfies Sent);
    for (;;) {
      const answer = await this.ask({ next: true });
      if ('failure' in answer) throw new Refusal(answer.failure);
      if ('end' in answer || 'files' in answer) return;
      yield answer;
    }
  }

  /** The files that rows of a part become, sealed. */
  async files(columns: Layout['columns'], files: FilesWanted): Promise<FileRows> {
    return ((await this.ask({ columns, files })) as { files: FileRows }).files;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private ask(sent: Sent): Promise<Answered> {
    if (this.isOver) return Promise.reject(new Refusal('workbook.tooMuch'));
    return new Promise((resolve, reject) => {
      const over = () => {
        this.worker.off('message', answered).off('error', failed).off('exit', gone);
      };
      const answered = (answer: Answered) => {
        over();
        resolve(answer);
      };
      const failed = (error: NodeJS.ErrnoException) => {
        over();
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('workbook.tooMuch') : error);
      };
      const gone = () => {
        over();
        reject(new Refusal('workbook.tooMuch'));
      };
      this.worker.on('message', answered).on('error', failed).on('exit', gone);
      this.worker.postMessage(sent);
    });
  }
}

/** A thread runs what is built; where the source is run, as by the specs, it is that of the last build. */
function threadFile(): string {
  const beside = join(__dirname, 'thread.js');
  return existsSync(beside) ? beside : join(process.cwd(), 'dist/server/imports/reading/thread.js');
}
