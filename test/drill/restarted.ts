import { setTimeout as pause } from 'node:timers/promises';
import { spawnServer, type SpawnedServer } from '../support/server/spawn-server';

/** A server on the port of the one that was killed; the kernel may hold it for a moment. */
export async function restarted(databaseUrl: string, port: string): Promise<SpawnedServer> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await spawnServer({ databaseUrl, env: { PORT: port } });
    } catch (error) {
      if (turn === 5) throw error;
      await pause(500);
    }
  }
}
