import { readSettings } from '../../config/settings';
import { dataSourceFor } from '../database/data-source';
import { rotateKeys, sealedTables } from './rotation';
import { Seal } from './seal';

/** Seals everything anew with `DATA_KEY`; keys in `OLD_DATA_KEYS` are read and may be taken away afterwards. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const dataSource = await dataSourceFor(settings.databaseUrl).initialize();
  try {
    const { sealed } = await rotateKeys(dataSource, new Seal(settings.secrecy));
    const columns = sealedTables(dataSource).reduce((sum, { columns: some }) => sum + some.length, 0);
    process.stdout.write(
      `${sealed} values in ${columns} columns are sealed anew; all are under the key "${settings.secrecy.sealKeyId}". OLD_DATA_KEYS can be taken away.\n`,
    );
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
