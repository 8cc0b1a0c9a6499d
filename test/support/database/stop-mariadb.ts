import { held } from './start-mariadb';

/** Jest's global teardown: ends the private MariaDB and removes its folder. */
export default async function stopMariadb(): Promise<void> {
  await held.privateMariadb?.stop();
  held.privateMariadb = undefined;
}
