import { parentPort, workerData } from 'node:worker_threads';
import type { SecrecySettings } from '../../../config/settings';
import type { Region } from '../../regions/region.entity';
import { Seal } from '../../secrecy/seal';
import type { Layout } from '../headings.rules';
import { villagesOf } from '../villages.rules';
import { fileRows, type FileRows, type FilesWanted } from './file-rows';
import { readRegister, Unreadable, type PartRead, type SheetRead } from './read-rows';

/** With what a thread begins: it reads no table and no clock. */
export interface ThreadFacts {
  readonly county: string;
  readonly areas: readonly Pick<Region, 'code' | 'name' | 'level'>[];
  readonly today: string;
  readonly secrecy: SecrecySettings;
}

export type Sent =
  | { readonly read: number }
  | { readonly next: true }
  | { readonly files: FilesWanted; readonly columns: Layout['columns'] };

export type Answered =
  | { readonly sheet: SheetRead }
  | { readonly part: PartRead }
  | { readonly end: true }
  | { readonly files: FileRows }
  | { readonly failure: 'workbook.unreadable' | Unreadable['code'] };

/** So many parts are read before they are asked for. */
const ahead = 2;

const { county, areas, today, secrecy } = workerData as ThreadFacts;
const asBuffer = (key: Uint8Array) => Buffer.from(key);
const seal = new Seal({
  ...secrecy,
  sealKey: asBuffer(secrecy.sealKey),
  searchKey: asBuffer(secrecy.searchKey),
  oldKeys: new Map([...(secrecy.oldKeys ?? [])].map(([id, key]) => [id, asBuffer(key)])),
});
const villageOf = villagesOf(county, areas);

/** What was read and not yet asked for, and who waits for it. */
const ready: Answered[] = [];
let asking: ((answer: Answered) => void) | undefined;
let reader: (() => void) | undefined;

function give(answer: Answered): Promise<void> | undefined {
  if (asking) {
    const ask = asking;
    asking = undefined;
    ask(answer);
    return undefined;
  }
  ready.push(answer);
  return ready.length < ahead ? undefined : new Promise((resolve) => (reader = resolve));
}

function next(): Promise<Answered> {
  const answer = ready.shift();
  reader?.();
  reader = undefined;
  return answer ? Promise.resolve(answer) : new Promise((resolve) => (asking = resolve));
}

async function read(file: number): Promise<void> {
  try {
    await readRegister(
      file,
      { seal, today, villageOf },
      async (sheet) => give({ sheet }),
      async (part) => give({ part }),
    );
    await give({ end: true });
  } catch (error) {
    await give({ failure: error instanceof Unreadable ? error.code : 'workbook.unreadable' });
  }
}

parentPort?.on('message', (sent: Sent) => {
  if ('read' in sent) void read(sent.read);
  else if ('next' in sent) void next().then((answer) => parentPort?.postMessage(answer));
  else {
    const surroundings = { columns: sent.columns, today, villageOf };
    parentPort?.postMessage({ files: fileRows(seal, surroundings, sent.files) } satisfies Answered);
  }
});
