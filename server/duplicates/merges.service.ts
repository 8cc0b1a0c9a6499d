import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Account } from '../accounts/account.entity';
import { AttendanceMark } from '../attendance/mark.entity';
import { WalkIn } from '../attendance/walk-ins/walk-in.entity';
import { Clock } from '../calendar/clock';
import { Certificate } from '../certificates/certificate.entity';
import { Batch, Session } from '../courses/batch.entity';
import { Completion } from '../courses/completion.entity';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Enrolment } from '../enrolments/enrolment.entity';
import { clashOf } from '../enrolments/enrolments.queries';
import { holdsSeat, mayBecome } from '../enrolments/enrolments.rules';
import { Seats } from '../enrolments/seats';
import { Feedback } from '../feedback/feedback.entity';
import { found, Refusal } from '../http/refusals';
import { Need, NeedCardRow } from '../needs/need.entity';
import { Notice } from '../notices/notice.entity';
import { RecordsService } from '../records/records.service';
import { FileChanges } from '../women/file-changes';
import { Consent, Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { Merge, type Moved } from './merge.entity';
import { assertBothAgree, MergedFacts } from './merged-facts';
import { MergedIdentities } from './merged-identities';
import { betterOf } from './merges.rules';

type OfWoman =
  | typeof Completion
  | typeof AttendanceMark
  | typeof WalkIn
  | typeof Certificate
  | typeof Feedback
  | typeof Notice
  | typeof Consent
  | typeof Need
  | typeof Enrolment
  | typeof Account;

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
    const moved = await this.move(tx, keptId, mergedId, ended);
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
      const back = (entity: OfWoman, ids: readonly string[]) =>
        ids.length > 0 &&
        tx.update(entity as typeof Notice, { id: In([...ids]), womanId: keptId }, { womanId: mergedId });
      await back(Enrolment, moved.enrolments);
      await back(Need, moved.needs);
      await back(Completion, moved.completions);
      await back(AttendanceMark, moved.marks);
      await back(WalkIn, moved.walkIns ?? []);
      await back(Certificate, moved.certificates ?? []);
      await back(Feedback, moved.feedback ?? []);
      await back(Notice, moved.notices);
      await back(Consent, moved.consents);
      await back(Account, moved.accounts);
      if (moved.card) await tx.update(NeedCardRow, { womanId: keptId }, { womanId: mergedId });
      if (moved.doubleNeeds.length > 0)
        await tx.update(Need, { id: In([...moved.doubleNeeds]) }, { state: 'open' });
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

  private async move(
    tx: EntityManager,
    keptId: string,
    mergedId: string,
    ended: readonly string[],
  ): Promise<Moved> {
    const over = async (entity: OfWoman, mayGo: (row: { id: string }) => boolean = () => true) => {
      const rows = await tx.findBy(entity as typeof Notice, { womanId: mergedId });
      const ids = rows.filter(mayGo).map(({ id }) => id);
      if (ids.length > 0) await tx.update(entity as typeof Notice, { id: In(ids) }, { womanId: keptId });
      return ids;
    };
    const herBatches = new Set(
      (await tx.findBy(Enrolment, { womanId: keptId })).map(({ batchId }) => batchId),
    );
    const herDone = new Set((await tx.findBy(Completion, { womanId: keptId })).map(({ batchId }) => batchId));
    const herFamilies = new Set((await tx.findBy(Need, { womanId: keptId })).map(({ family }) => family));
    const hasCard = await tx.existsBy(NeedCardRow, { womanId: keptId });
    const moved = {
      enrolments: await over(
        Enrolment,
        (row) => !herBatches.has((row as unknown as Enrolment).batchId) && !ended.includes(row.id),
      ),
      needs: await over(Need, (row) => !herFamilies.has((row as unknown as Need).family)),
      completions: await over(Completion, (row) => !herDone.has((row as unknown as Completion).batchId)),
      certificates: await over(Certificate, (row) => !herDone.has((row as unknown as Certificate).batchId)),
      marks: await over(AttendanceMark),
      walkIns: await over(WalkIn),
      feedback: await over(Feedback),
      notices: await over(Notice),
      consents: await over(Consent),
      accounts: await over(Account),
    };
    const doubles = await tx.findBy(Need, { womanId: mergedId, state: 'open' });
    for (const { id } of doubles) await tx.update(Need, { id }, { state: 'dropped' });
    const hers = hasCard
      ? 0
      : (await tx.update(NeedCardRow, { womanId: mergedId }, { womanId: keptId })).affected;
    return { ...moved, card: Boolean(hers), doubleNeeds: doubles.map(({ id }) => id), ended };
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
