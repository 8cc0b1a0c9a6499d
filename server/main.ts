import { readSettings, SettingsError } from '../config/settings';
import { listen } from './listen';

async function main(): Promise<void> {
  await listen(readSettings(process.env));
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof SettingsError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  // Not only an exit code: the clock and the connections of a half-started server would keep it alive.
  process.exit(1);
});
