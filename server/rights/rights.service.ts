import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { SignInsService } from '../accounts/sign-ins.service';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { LeavingsService } from '../enrolments/leavings.service';
import { found, Refusal } from '../http/refusals';
import { NeedsService } from '../needs/needs.service';
import { NoticesService } from '../notices/notices.service';
import { RecordsService } from '../records/records.service';
import { WomanChange } from '../women/change.entity';
import { consentPurposes, consentsHeld, hands, purposes } from '../women/consents.rules';
import { ConsentsService } from '../women/consents.service';
import { FileChanges } from '../women/file-changes';
import { withMerged } from '../women/merged-files';
import { ProfilesService } from '../women/profiles.service';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import type { ConsentDto, ErasureDto } from './rights.dto';
import { erasedColumns } from './rights.rules';
import type { ConsentView } from './rights.view';

/** What she agrees to and takes back, and her wish to be forgotten. */
@Injectable()
export class RightsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(ConsentsService) private readonly consentRows: ConsentsService,
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(FileChanges) private readonly fileChanges: FileChanges,
    @Inject(NeedsService) private readonly needs: NeedsService,
    @Inject(NoticesService) private readonly notices: NoticesService,
    @Inject(LeavingsService) private readonly leavings: LeavingsService,
    @Inject(SignInsService) private readonly signIns: SignInsService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async consents(actor: Actor, womanId: string): Promise<ConsentView[]> {
    const woman = await this.women.served(actor, womanId, 'women.rights');
    const rows = await this.consentRows.ofWoman(this.database.rows, woman.id);
    const held = consentsHeld(rows);
    return purposes.map((purpose) => {
      const { name, text, withdrawal } = consentPurposes[purpose];
      const history = rows
        .filter((row) => row.purpose === purpose)
        .map(({ givenAt, isWithdrawal, given, words }) => ({
          ...{ at: givenAt, isWithdrawal, byHand: hands[given], words },
        }));
      return { purpose, name, text, withdrawal, holds: held.has(purpose), history };
    });
  }

  /** Writes her yes or her no; a no takes effect in the same transaction. Saying it twice adds nothing. */
  async consent(actor: Actor, womanId: string, { purpose, agrees }: ConsentDto): Promise<ConsentView[]> {
    const { id } = await this.women.served(actor, womanId, 'women.rights');
    const given = id === actor.womanId ? 'herself' : 'on_paper';
    await this.database.transact(async (tx) => {
      await this.leavings.lockBatches(tx, id);
      const woman = await this.herself(tx, id);
      if ((await this.consentRows.holds(tx, id, purpose)) === agrees) return;
      await this.consentRows.write(tx, actor, { womanId: id, purpose, given, isWithdrawal: !agrees });
      if (purpose === 'story_words' || purpose === 'story_photo') await this.fileChanges.tell(tx, woman.id);
      if (purpose === 'needs') await this.answerNeeds(tx, actor, woman, agrees);
      if ((purpose === 'messages' || purpose === 'needs') && !agrees) await this.notices.stopTelling(tx, id);
      if (purpose === 'health' && !agrees) await this.forgetHealth(tx, actor, woman);
    });
    return this.consents(actor, womanId);
  }

  /**
   * Forgets who she is. Her row stays without a name, with the village and the poverty status, so that numbers of closed
   * reports are as they were; her history is emptied, her WeChat untied, what has not ended ends.
   */
  async erase(actor: Actor, womanId: string, { said }: ErasureDto): Promise<void> {
    const { id } = await this.women.served(actor, womanId, 'women.rights');
    const isHerself = id === actor.womanId;
    if (!isHerself && !said) throw new Refusal('erasure.reasonNeeded');
    await this.database.transact(async (tx) => {
      await this.leavings.lockBatches(tx, id);
      const woman = await this.herself(tx, id);
      await this.leavings.leaveAll(tx, id, { byAccountId: actor.accountId, reason: '删除个人信息' }, true);
      await this.needs.forget(tx, id);
      await this.notices.forget(tx, id);
      for (const fileId of await withMerged(tx, [id])) {
        await tx.update(Woman, { id: fileId }, { ...erasedColumns, erasedAt: this.clock.now() });
        await tx.update(WomanChange, { womanId: fileId }, { beforeSealed: null, afterSealed: null });
      }
      await this.profiles.keep(tx, actor, woman, [{ field: 'erased', before: null, after: null }], {});
      await this.signIns.releaseFile(tx, id);
      await this.records.write(tx, {
        ...{ byAccountId: actor.accountId, deed: 'erase', regionCode: woman.villageCode },
        ...{ womanId: id, said: said ?? '本人要求' },
      });
    });
  }

  private async herself(tx: EntityManager, id: string): Promise<Woman> {
    const woman = found(await this.database.lock(tx, Woman, id));
    if (woman.erasedAt !== null || woman.mergedIntoId !== null) throw new Refusal('thing.notFound');
    return woman;
  }

  private async answerNeeds(tx: EntityManager, actor: Actor, woman: Woman, agrees: boolean): Promise<void> {
    const needsWithdrawnAt = agrees ? null : this.clock.now();
    await tx.update(Woman, { id: woman.id }, { needsWithdrawnAt, revision: woman.revision + 1 });
    await this.fileChanges.tell(tx, woman.id);
    if (agrees) return;
    await this.needs.drop(tx, woman.id);
    await this.leavings.leaveAll(tx, woman.id, { byAccountId: actor.accountId, reason: '撤回同意' }, false);
  }

  private async forgetHealth(tx: EntityManager, actor: Actor, woman: Woman): Promise<void> {
    if (woman.healthSealed === null) return;
    // What it said is not kept in the history either: she no longer agrees that we know it.
    await tx.update(
      WomanChange,
      { womanId: woman.id, field: 'healthLimits' },
      { beforeSealed: null, afterSealed: null },
    );
    const change = { field: 'healthLimits', before: null, after: null } as const;
    await this.profiles.keep(tx, actor, woman, [change], { healthSealed: null });
  }
}
