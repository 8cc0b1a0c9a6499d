import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Account } from '../accounts/account.entity';
import { Clock } from '../calendar/clock';
import { Batch, Session } from '../courses/batch.entity';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Enrolment } from '../enrolments/enrolment.entity';
import { clashOf } from '../enrolments/enrolments.queries';
import { holdsSeat, mayBecome } from '../enrolments/enrolments.rules';
import { Seats } from '../enrolments/seats';
import { found, Refusal } from '../http/refusals';
import { RecordsService } from '../records/records.service';
import { FileChanges } from '../women/file-changes';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { Merge } from './merge.entity';
import { assertBothAgree, MergedFacts } from './merged-facts';
import { MergedIdentities } from './merged-identities';
import { bringRows, giveRowsBack } from './merged-rows';
import { betterOf } from './merges.rules';

/** Thrown to take a trial back. */
class TriedOut extends Error {
  constructor(readonly merge: Merge) {
    super('tried out');
  }
}

/** Two files that are one woman: all that belongs to her comes together, and can be taken apart again. */
@Injectable()
export class MergesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileChanges) private readonly changes: FileChanges,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(MergedIdentities) private readonly identities: MergedIdentities,
    @Inject(MergedFacts) private readonly facts: MergedFacts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Moves everything of one file to the other, in one transaction. In a batch where both signed up the better enrolment
   * stays; the other one is ended, and its seat goes to whoever waits.
   */
  async merge(actor: Actor, keptId: string, mergedId: string): Promise<Merge> {
    await this.assertMayMerge(actor, keptId, mergedId);
    return this.database.transact((tx) => this.join(tx, actor, keptId, mergedId));
  }

  /** What a merge would move and end: it is done, and taken back before anybody sees it. */
  async tryOut(actor: Actor, keptId: string, mergedId: string): Promise<Merge> {
    await this.assertMayMerge(actor, keptId, mergedId);
    const trying = this.database.transact(async (tx) => {
      throw new TriedOut(await this.join(tx, actor, keptId, mergedId));
    });
    return trying.catch((thrown: unknown) => {
      if (thrown instanceof TriedOut) return thrown.merge;
      throw thrown;
    });
  }

  private async assertMayMerge(actor: Actor, keptId: string, mergedId: string): Promise<void> {
    if (keptId === mergedId) throw new Refusal('merge.sameFile');
    for (const id of [keptId, mergedId]) await this.women.served(actor, id, 'women.merge');
  }

  /** The same inside a transaction; the caller has made sure that both files may be joined by this actor. */
  async join(tx: EntityManager, actor: Actor, keptId: string, mergedId: string): Promise<Merge> {
    const kept = await this.lockAll(tx, keptId, mergedId);
    const accounts = await tx.findBy(Account, { womanId: In([keptId, mergedId]) });
    if (accounts.length > 1) throw new Refusal('merge.twoAccounts');
    const identity = await this.identities.bring(tx, keptId, mergedId);
    const ended = await this.endSecond(tx, actor, keptId, mergedId);
    const moved = { ...(await bringRows(tx, keptId, mergedId, ended)), ended };
    const filled = await this.facts.bring(tx, keptId, mergedId);
    const merge: Merge = {
      ...{ id: newId(), keptId, mergedId, byAccountId: actor.accountId, at: this.clock.now() },
      moved: { ...moved, ...(identity && { identity }), ...(filled.length > 0 && { filled }) },
      ...{ undoneById: null, undoneAt: null },
    };
    await tx.update(Woman, { id: mergedId }, { mergedIntoId: keptId });
    await tx.insert(Merge, merge);
    await this.changes.tell(tx, keptId, mergedId);
    await this.identities.note(tx, actor, keptId, mergedId, 'merged');
    await this.record(tx, actor, 'merge', kept, `合并自 ${mergedId}`);
    return merge;
  }

  /** Gives each file its own again. Ended enrolments stay ended: their seats belong to others by now. */
  async undo(actor: Actor, mergeId: string): Promise<Merge> {
    const { keptId, mergedId } = found(await this.database.rows.findOneBy(Merge, { id: mergeId }));
    const kept = await this.women.served(actor, keptId, 'women.merge');
    return this.database.transact(async (tx) => {
      for (const id of [keptId, mergedId].sort()) await this.database.lock(tx, Woman, id);
      const merge = found(await this.database.lock(tx, Merge, mergeId));
      if (merge.undoneAt !== null) return merge;
      const { moved } = merge;
      await giveRowsBack(tx, keptId, mergedId, moved);
      await tx.update(Woman, { id: mergedId }, { mergedIntoId: null });
      if (moved.filled) await this.facts.giveBack(tx, keptId, mergedId, moved.filled);
      if (moved.identity) await this.identities.giveBack(tx, keptId, mergedId, moved.identity);
      await this.changes.tell(tx, keptId, mergedId);
      const undone = { undoneAt: this.clock.now(), undoneById: actor.accountId };
      await tx.update(Merge, { id: mergeId }, undone);
      await this.identities.note(tx, actor, keptId, mergedId, 'parted');
      await this.record(tx, actor, 'undo_merge', kept, `分开 ${mergedId}`);
      return { ...merge, ...undone };
    });
  }

  /** Batches first, then women, each in the order of their ids. */
  private async lockAll(tx: EntityManager, keptId: string, mergedId: string): Promise<Woman> {
    const both = await tx.findBy(Enrolment, { womanId: In([keptId, mergedId]) });
    const batchIds = new Set(both.map(({ batchId }) => batchId));
    for (const id of [...batchIds].sort()) await this.database.lock(tx, Batch, id);
    const files = new Map<string, Woman>();
    for (const id of [keptId, mergedId].sort()) {
      const woman = found(await this.database.lock(tx, Woman, id));
      if (woman.mergedIntoId !== null) throw new Refusal('merge.alreadyMerged');
      files.set(id, woman);
    }
    assertBothAgree(files.get(keptId)!, files.get(mergedId)!);
    return files.get(keptId)!;
  }

  /**
   * One woman has one enrolment in a batch, and one seat in a half day. Where both signed up for one batch the better
   * enrolment becomes hers; a second one, and one that clashes with a seat of hers, is ended and its seat offered on.
   */
  private async endSecond(
    tx: EntityManager,
    actor: Actor,
    keptId: string,
    mergedId: string,
  ): Promise<string[]> {
    const ended: string[] = [];
    const cause = { byAccountId: actor.accountId, reason: '两份档案合并' };
    const seconds = await tx.find(Enrolment, { where: { womanId: mergedId }, order: { batchId: 'ASC' } });
    for (const merged of seconds) {
      const { batchId } = merged;
      const kept = await tx.findOneBy(Enrolment, { womanId: keptId, batchId });
      const second = kept ? await this.secondOf(tx, kept, merged) : merged;
      const isDouble =
        kept !== null || (holdsSeat(merged.state) && (await this.clashes(tx, keptId, batchId)));
      if (!isDouble || !mayBecome(second.state, 'removed')) continue;
      const batch = await tx.findOneByOrFail(Batch, { id: batchId });
      // Nobody is told that she was taken out: she keeps the better of the two.
      await this.seats.move(tx, batch, second, 'removed', cause, null);
      await this.seats.refill(tx, batchId);
      ended.push(second.id);
    }
    return ended;
  }

  /** Leaves the better of two enrolments with the kept file, the other with the merged one. */
  private async secondOf(tx: EntityManager, kept: Enrolment, merged: Enrolment): Promise<Enrolment> {
    if (betterOf(kept.state, merged.state) === 'kept') return merged;
    // The rows change places by way of a woman whom nobody is.
    await tx.update(Enrolment, { id: kept.id }, { womanId: newId() });
    await tx.update(Enrolment, { id: merged.id }, { womanId: kept.womanId });
    await tx.update(Enrolment, { id: kept.id }, { womanId: merged.womanId });
    return { ...kept, womanId: merged.womanId };
  }

  private async clashes(tx: EntityManager, womanId: string, batchId: string): Promise<boolean> {
    return (await clashOf(tx, womanId, batchId, await tx.findBy(Session, { batchId }))) !== undefined;
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    deed: 'merge' | 'undo_merge',
    { id, villageCode }: Woman,
    said: string,
  ): Promise<void> {
    const where = { regionCode: villageCode, womanId: id };
    return this.records.write(tx, { byAccountId: actor.accountId, deed, ...where, said });
  }
}
