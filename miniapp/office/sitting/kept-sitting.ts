import Taro from '@tarojs/taro';
import { call, CallFailed } from '../../api/call';
import { hers } from '../../offline/storage';
import { nextToSend, withRow, type Row, type Sitting } from './model';

interface KeptSitting {
  readonly sitting: Sitting;
  readonly rows: readonly Row[];
}

const name = 'sitting';

/** The sitting that is under way in this browser, over a reload and over the loss of the line. */
export function keptSitting(): KeptSitting | undefined {
  return (Taro.getStorageSync(hers(name)) as KeptSitting | '') || undefined;
}

export function keepSitting(kept: KeptSitting): void {
  Taro.setStorageSync(hers(name), kept);
}

export function forgetSitting(): void {
  Taro.removeStorageSync(hers(name));
}

let sending: Promise<boolean> | undefined;

/** Sends what waits, one after the other; a second call joins the first. Whatever is sent twice counts once. */
export function sendSitting(onRow: (rows: readonly Row[]) => void): Promise<boolean> {
  sending ??= sendAll(onRow).finally(() => {
    sending = undefined;
  });
  return sending;
}

/** @returns whether nothing waits any more. */
async function sendAll(onRow: (rows: readonly Row[]) => void): Promise<boolean> {
  const begun = keptSitting();
  if (!begun || !nextToSend(begun.rows)) return true;
  const { id, ...body } = begun.sitting;
  try {
    await call('PUT /api/sittings/{id}', { path: { id }, body });
    for (let row = nextToSend(begun.rows); row; row = nextToSend(keptSitting()?.rows ?? [])) {
      const sent = await sendOne(id, row);
      // Rows entered while the request was under way are in the storage by now: read it again.
      const now = keptSitting();
      if (!now) return true;
      const rows = withRow(now.rows, sent);
      keepSitting({ ...now, rows });
      onRow(rows);
    }
    return true;
  } catch (error) {
    if (error instanceof CallFailed && mustWait(error)) return false;
    throw error;
  }
}

async function sendOne(id: string, row: Row): Promise<Row> {
  try {
    const path = { id, entryId: row.id };
    const { womanId } = await call('PUT /api/sittings/{id}/entries/{entryId}', { path, body: row.body });
    await partFrom(womanId, row.apart ?? []);
    return { ...row, state: 'kept' };
  } catch (error) {
    if (!(error instanceof CallFailed) || mustWait(error)) throw error;
    return { ...row, state: 'refused', code: error.code, why: error.sentence };
  }
}

/** Those whom she is not. One who is gone meanwhile need not be told apart: what was entered of her is kept. */
async function partFrom(womanId: string, others: readonly string[]): Promise<void> {
  for (const otherId of others) {
    if (otherId === womanId) continue;
    const body = { firstId: womanId, secondId: otherId };
    await call('POST /api/near-pairs/partings', { body }).catch((error: unknown) => {
      if (!(error instanceof CallFailed) || mustWait(error)) throw error;
    });
  }
}

function mustWait({ isOffline, code }: CallFailed): boolean {
  return isOffline || code === 'signIn.needed' || code === 'request.tooOften';
}
