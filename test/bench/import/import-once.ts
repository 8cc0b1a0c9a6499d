import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { readSettings } from '../../../config/settings';
import { Actor } from '../../../server/access/actor';
import { createApp } from '../../../server/create-app';
import { ImportsService } from '../../../server/imports/imports.service';
import { WritingService } from '../../../server/imports/writing.service';

export interface Imported {
  readonly opened: number;
  readonly lookedMs: number;
  readonly wroteMs: number;
  readonly peakMb: number;
}

const [databaseUrl = '', register = ''] = process.argv.slice(2);
const county = [{ role: 'county_officer', regionCode: '230129' }] as const;
const officer = new Actor('bench', '县妇联', county, null, null, 'bench', []);

/** One import by a whole server, as an officer's page asks for it. */
async function importOnce(): Promise<Imported> {
  const app = await createApp(readSettings({ DATABASE_URL: databaseUrl }), { logger: ['error'] });
  await app.init();
  const imports = app.get(ImportsService);
  const until = async (id: string, stage: string) => {
    for (;;) {
      const one = await imports.served(officer, id);
      if (one.stage === stage) return one;
      if (one.failure) throw new Error(one.failure);
      await pause(20);
    }
  };
  const began = performance.now();
  const { id } = await imports.begin(officer, '名册.xlsx', await open(register, 'r'));
  const ready = await until(id, 'ready');
  const looked = performance.now();
  await app.get(WritingService).confirm(officer, ready);
  const { opened } = await until(id, 'done');
  const wroteMs = performance.now() - looked;
  await app.close();
  return { opened, lookedMs: looked - began, wroteMs, peakMb: process.resourceUsage().maxRSS / 1024 };
}

void importOnce().then((imported) => process.send?.(imported, () => process.exit()));
