import { writeFileSync } from 'node:fs';
import { readSettings } from '../../config/settings';
import { createApp } from '../create-app';
import { describeApi } from './openapi';

/** Writes `openapi.json`, the contract from which the mini-program's types are made. */
async function main(): Promise<void> {
  const app = await createApp(readSettings({ DATABASE_URL: 'sqlite::memory:' }));
  writeFileSync(process.argv[2] ?? 'openapi.json', `${JSON.stringify(describeApi(app), null, 2)}\n`);
  await app.close();
}

void main();
