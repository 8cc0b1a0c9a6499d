import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { decided, found, Refusal } from '../http/refusals';
import { RecordsService } from '../records/records.service';
import { RegionsService } from '../regions/regions.service';
import type { FieldChange } from './profile-edits.rules';
import { ProfilesService } from './profiles.service';
import type { RelocateDto } from './profiles.dto';
import { decideRelocation } from './relocations.rules';
import { Woman } from './woman.entity';
import { WomenService } from './women.service';

/** She lives in another village now: her file goes with her, and all that is hers stays hers. */
@Injectable()
export class RelocationsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(RecordsService) private readonly records: RecordsService,
  ) {}

  /**
   * Writes down her new village, with the reason, in her history and on record. Where she lives already, nothing is written.
   *
   * @throws Refusal unless the actor serves both villages, and began from the file as it is.
   */
  async relocate(
    actor: Actor,
    womanId: string,
    { beganFrom, villageCode, reason }: RelocateDto,
  ): Promise<void> {
    await this.women.served(actor, womanId, 'women.relocate');
    const regions = await this.regions.tree();
    decided(
      decideRelocation({
        isVillage: regions.has(villageCode, 'village'),
        isServed: actor.scope('women.relocate').admits(villageCode),
      }),
    );
    await this.database.transact(async (tx) => {
      const woman = found(await this.database.lock(tx, Woman, womanId));
      const isHers = actor.scope('women.relocate').admits(woman.villageCode);
      if (!isHers || woman.mergedIntoId !== null || woman.erasedAt !== null)
        throw new Refusal('thing.notFound');
      if (woman.villageCode === villageCode) return;
      if (woman.revision !== beganFrom) throw new Refusal('woman.editedMeanwhile');
      const [from, to] = [woman.villageCode, villageCode].map((code) => regions.pathName(code));
      const changes: FieldChange[] = [{ field: 'villageCode', before: from!, after: `${to!}（${reason}）` }];
      // The number is that of the books of the village she left.
      if (woman.householdCode !== null)
        changes.push({ field: 'householdCode', before: woman.householdCode, after: null });
      await this.profiles.keep(tx, actor, woman, changes, { villageCode, householdCode: null });
      await this.records.write(tx, {
        ...{ byAccountId: actor.accountId, deed: 'relocate', regionCode: woman.villageCode, womanId },
        said: `${from!} → ${to!}：${reason}`,
      });
    });
  }
}
