import { dayOf } from '../../server/calendar/days.rules';
import { dataSourceFor } from '../../server/database/data-source';
import { newId } from '../../server/database/new-id';
import { freshDatabaseUrl } from '../support/database/test-database';
import { spawnServer } from '../support/server/spawn-server';
import { Caller } from './support/caller';

jest.setTimeout(60_000);

const today = dayOf(new Date());
const rounds = 3;
/** Marks that are acknowledged in each round before the server is killed. */
const aRound = 20;

describe('A server that is killed in the middle of requests', () => {
  it('has kept everything it had acknowledged, and nothing by halves', async () => {
    const database = (await freshDatabaseUrl())!;
    const acknowledged = new Set<string>();
    let sessionId = '';
    let batchId = '';
    for (let round = 0; round < rounds; round += 1) {
      const server = await spawnServer({ databaseUrl: database.url, entry: 'demo' });
      const { code } = (await (
        await fetch(`${server.url}/api/demo/people/trainer/code`, { method: 'POST' })
      ).json()) as { code: string };
      const { caller } = await Caller.signIn(server.url, code);
      const [session] = await caller.get<{ id: string; batchId: string }[]>(
        `/sessions?from=${today}&to=${today}`,
      );
      sessionId = session!.id;
      batchId = session!.batchId;
      const { women } = await caller.get<{ women: { womanId: string }[] }>(`/sessions/${sessionId}/roster`);
      const sendForever = async (womanId: string) => {
        for (;;) {
          const mark = {
            id: newId(),
            sessionId,
            womanId,
            kind: 'present',
            markedAt: new Date().toISOString(),
          };
          const { answers } = await caller.post<{ answers: { id: string; isKept: boolean }[] }>(
            '/attendance-marks',
            { marks: [mark], sentAt: mark.markedAt },
          );
          for (const { id, isKept } of answers) if (isKept) acknowledged.add(id);
        }
      };
      const sending = Promise.allSettled(women.map(({ womanId }) => sendForever(womanId)));
      const enough = acknowledged.size + aRound;
      while (acknowledged.size < enough) await new Promise((resolve) => setTimeout(resolve, 10));
      await server.kill('SIGKILL');
      await sending;
    }
    // Started again, it answers each acknowledged mark as kept, and keeps none of them twice.
    const server = await spawnServer({ databaseUrl: database.url, entry: 'demo' });
    try {
      const { code } = (await (
        await fetch(`${server.url}/api/demo/people/county/code`, { method: 'POST' })
      ).json()) as { code: string };
      const { caller: officer } = await Caller.signIn(server.url, code);
      const { sessions } = await officer.get<{ sessions: { sessionId: string; present: number }[] }>(
        `/batches/${batchId}/attendance`,
      );
      const kept = await keptMarks(database.url);
      for (const id of acknowledged) expect(kept.has(id)).toBe(true);
      const marked = new Set(
        [...kept.values()].filter((one) => one.sessionId === sessionId).map(({ womanId }) => womanId),
      );
      expect(sessions.find((one) => one.sessionId === sessionId)?.present).toBe(marked.size);
    } finally {
      await server.stop();
    }
    await database.drop();
  });
});

interface KeptMark {
  readonly id: string;
  readonly sessionId: string;
  readonly womanId: string;
}

async function keptMarks(databaseUrl: string): Promise<Map<string, KeptMark>> {
  const dataSource = await dataSourceFor(databaseUrl).initialize();
  const rows = await dataSource.query<KeptMark[]>('SELECT id, sessionId, womanId FROM attendance_marks');
  await dataSource.destroy();
  return new Map(rows.map((row) => [row.id, row]));
}
