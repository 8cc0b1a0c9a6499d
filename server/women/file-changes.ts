import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Told inside the transaction of a change, about the women whose files it touched. */
type Listener = (tx: EntityManager, womanIds: readonly string[]) => Promise<void>;

/**
 * Where later rooms hear that a file has changed: her village, her poverty status, her consent, whether it was merged.
 * Whoever writes one of these tells it in the same transaction, so that what is kept about her elsewhere changes with it.
 */
@Injectable()
export class FileChanges {
  private readonly listeners: Listener[] = [];

  hear(listener: Listener): void {
    this.listeners.push(listener);
  }

  async tell(tx: EntityManager, ...womanIds: readonly string[]): Promise<void> {
    for (const listener of this.listeners) await listener(tx, womanIds);
  }
}
