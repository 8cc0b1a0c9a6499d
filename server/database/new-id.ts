import { v7 } from 'uuid';

/** A UUIDv7: made by the application, sorted by time, never clashing between nodes or phones. */
export function newId(): string {
  return v7();
}
