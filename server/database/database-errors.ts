/** What a driver's error means to us, on either engine; 'other' is a surprise. */
export type DatabaseFault = 'try-again' | 'duplicate' | 'other';

interface DriverError {
  errno?: unknown;
  code?: unknown;
  errcode?: unknown;
  message?: unknown;
  driverError?: DriverError;
}

const deadlock = 1213;
const lockWaitTooLong = 1205;
const duplicateEntry = 1062;
const lostConnection = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
]);
const sqliteBusy = 5;
const sqliteUnique = 2067;
const sqlitePrimaryKey = 1555;

/**
 * After a deadlock or a lost connection the server has dropped the whole transaction,
 * so the whole transaction must run again, never only its last statement.
 */
export function faultOf(error: unknown): DatabaseFault {
  const thrown = (error ?? {}) as DriverError;
  const driver = thrown.driverError ?? thrown;
  const number = Number(driver.errcode ?? driver.errno);
  if (
    number === deadlock ||
    number === lockWaitTooLong ||
    lostConnection.has(String(driver.code)) ||
    number === sqliteBusy
  ) {
    return 'try-again';
  }
  if (number === duplicateEntry || number === sqliteUnique || number === sqlitePrimaryKey) return 'duplicate';
  return /UNIQUE constraint failed/.test(String(driver.message)) ? 'duplicate' : 'other';
}
