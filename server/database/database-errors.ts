/** What a driver's error means to us, on either engine; 'other' is a surprise. */
export type DatabaseFault = 'try-again' | 'lost' | 'duplicate' | 'other';

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
/** The server goes down, killed the connection, or is no longer part of its cluster. */
const serverLeaves = new Set([1053, 1927]);
const notInCluster = 1047;
const lostConnection = new Set([
  'EHOSTUNREACH',
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
  if (number === deadlock || number === lockWaitTooLong || number === sqliteBusy) {
    return 'try-again';
  }
  if (
    serverLeaves.has(number) ||
    number === notInCluster ||
    lostConnection.has(String(driver.code)) ||
    /in closed state/.test(String(driver.message))
  ) {
    return 'lost';
  }
  if (number === duplicateEntry || number === sqliteUnique || number === sqlitePrimaryKey) return 'duplicate';
  return /UNIQUE constraint failed/.test(String(driver.message)) ? 'duplicate' : 'other';
}

/** A node of a cluster that answers but refuses to work: it was cut off from the others. */
export function isOutOfCluster(error: unknown): boolean {
  const thrown = (error ?? {}) as DriverError;
  return Number((thrown.driverError ?? thrown).errno) === notInCluster;
}
