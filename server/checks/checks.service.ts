import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock';
import { newId } from '../database/new-id';
import { Check } from './check.entity';
import { worstState, type CheckState } from './checks.rules';

/** What a room says of its things that are checked. */
export interface Checked {
  /** What users wrote in it, as one text. */
  textOf(rows: EntityManager, aboutId: string): Promise<string>;
  /** Told in the transaction in which the state of one of its parts changes. */
  stands(tx: EntityManager, aboutId: string, state: CheckState): Promise<void>;
}

export interface ToCheck {
  readonly about: string;
  readonly aboutId: string;
  readonly byAccountId: string;
  readonly regionCode: string;
  readonly fileIds: readonly string[];
}

/** Words and pictures of users pass a check before anybody else sees them. Later rooms ask for it, and are told. */
@Injectable()
export class ChecksService {
  private readonly rooms = new Map<string, Checked>();

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** A room whose things are checked says so once, at the start. */
  takes(about: string, room: Checked): void {
    this.rooms.set(about, room);
  }

  room(about: string): Checked {
    const room = this.rooms.get(about);
    if (!room) throw new Error(`nothing of the kind ${about} is checked`);
    return room;
  }

  /** Asks anew for the words, and for each picture that has not passed. The clockwork brings them to WeChat. */
  async ask(
    tx: EntityManager,
    { about, aboutId, byAccountId, regionCode, fileIds }: ToCheck,
  ): Promise<CheckState> {
    const before = await tx.findBy(Check, { about, aboutId });
    const isDone = ({ fileId, state }: Check) =>
      fileId !== null && state === 'passed' && fileIds.includes(fileId);
    const kept = before.filter(isDone);
    const gone = before.filter((check) => !isDone(check)).map(({ id }) => id);
    if (gone.length > 0) await tx.delete(Check, { id: In(gone) });
    const known = new Set(kept.map(({ fileId }) => fileId));
    const now = this.clock.now();
    for (const fileId of [null, ...fileIds.filter((id) => !known.has(id))])
      await tx.insert(Check, {
        ...{ id: newId(), about, aboutId, fileId, byAccountId, regionCode, state: 'pending' },
        ...{ traceId: null, tries: 0, nextTryAt: now, appealById: null, appealWords: null },
        ...{ decidedById: null, reason: null, decidedAt: null, createdAt: now },
      });
    return 'pending';
  }

  /** The parts of one thing with their states, the words first. */
  async of(rows: EntityManager, about: string, aboutId: string): Promise<Check[]> {
    const checks = await rows.find(Check, { where: { about, aboutId }, order: { id: 'ASC' } });
    return checks.sort((one, other) => Number(one.fileId !== null) - Number(other.fileId !== null));
  }

  /** Nothing is asked any more about a thing that is gone. */
  async forget(tx: EntityManager, about: string, aboutId: string): Promise<void> {
    await tx.delete(Check, { about, aboutId });
  }

  /** Writes what was found, and tells the room how the whole now stands. */
  async settle(tx: EntityManager, check: Check, found: Partial<Check>): Promise<void> {
    await tx.update(Check, { id: check.id }, found);
    const all = await tx.findBy(Check, { about: check.about, aboutId: check.aboutId });
    const state = worstState(all.map((one) => one.state));
    await this.room(check.about).stands(tx, check.aboutId, state);
  }
}
