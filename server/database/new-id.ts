import { v7 } from 'uuid';
import { chance } from '../secrecy/chance';

const last = { msecs: 0, seq: 0 };

/**
 * A UUIDv7: made by the application, sorted by time, never clashing between nodes or phones. Of two of one millisecond
 * the later one is greater.
 */
export function newId(): string {
  const random = chance(16);
  const now = Date.now();
  if (now > last.msecs) {
    last.msecs = now;
    // Half of the numbers are left, so that none of this millisecond begins again from nought.
    last.seq = random.readUInt32BE(6) >>> 1;
  } else last.seq += 1;
  return v7({ random, ...last });
}
