import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Action } from '../access/policies';
import { SignInsService } from '../accounts/sign-ins.service';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { readRows } from '../database/plain-rows';
import { found, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { maskPhone } from '../secrecy/mask.rules';
import { Seal } from '../secrecy/seal';
import { Consent, Woman } from './woman.entity';
import type { ListWomenDto, RegisterWomanDto } from './women.dto';
import { consentWords, pageSizes } from './women.rules';
import { viewWoman, type WomanView } from './women.view';

/** The register of women: one woman, one file. */
@Injectable()
export class WomenService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SignInsService) private readonly signIns: SignInsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Opens a file: her own for a newcomer, another woman's for her helper, who must serve that village. */
  async register(actor: Actor, entry: RegisterWomanDto): Promise<Woman> {
    const regions = await this.regions.tree();
    if (!regions.has(entry.villageCode, 'village')) throw new Refusal('woman.villageUnknown');
    const byHelper = actor.is('helper');
    if (!byHelper && actor.roles.length > 0)
      throw new Refusal(actor.womanId ? 'woman.alreadyRegistered' : 'access.denied');
    if (byHelper && !actor.scope('women.list').admits(entry.villageCode)) throw new Refusal('access.denied');
    if (entry.consentWords !== consentWords.version)
      throw new Refusal('input.invalid', { field: 'consentWords' });

    const now = this.clock.now();
    const woman: Woman = {
      id: newId(),
      name: entry.name,
      phoneSealed: entry.phone ? this.seal.seal(entry.phone) : null,
      phoneMark: entry.phone ? this.seal.mark(entry.phone) : null,
      villageCode: entry.villageCode,
      bornInYear: entry.bornInYear ?? null,
      isRegisteredPoor: false,
      povertySource: null,
      povertyAsOf: null,
      isLeader: false,
      mergedIntoId: null,
      createdAt: now,
      enteredById: actor.accountId,
    };
    const consent: Consent = {
      id: newId(),
      womanId: woman.id,
      purpose: 'needs',
      words: entry.consentWords,
      given: byHelper ? 'on_paper' : 'herself',
      givenAt: now,
      enteredById: actor.accountId,
    };
    await this.database.transact(async (tx) => {
      if (!byHelper) await this.signIns.claimFile(tx, actor.accountId, woman);
      await tx.insert(Woman, woman);
      await tx.insert(Consent, consent);
    });
    return woman;
  }

  /**
   * The woman whom the actor may serve in this way: herself, or one of her region.
   * Somebody else's woman looks exactly like one who does not exist.
   */
  async served(actor: Actor, womanId: string, action: Action): Promise<Woman> {
    if (womanId === actor.womanId && actor.may(action)) {
      return found((await readRows(this.database.rows, Woman, { id: womanId }))[0]);
    }
    const query = this.database.rows
      .createQueryBuilder(Woman, 'woman')
      .where('woman.id = :womanId AND woman.mergedIntoId IS NULL', { womanId });
    return found(await actor.scope(action).narrow(query, 'woman.villageCode').getOne());
  }

  async list(
    actor: Actor,
    { region, name, page = 1, size = pageSizes.standard }: ListWomenDto,
  ): Promise<{ women: Woman[]; total: number }> {
    const query = this.database.rows.createQueryBuilder(Woman, 'woman').where('woman.mergedIntoId IS NULL');
    actor.scope('women.list').narrow(query, 'woman.villageCode');
    if (region) query.andWhere('woman.villageCode LIKE :region', { region: `${region}%` });
    if (name)
      query.andWhere("woman.name LIKE :name ESCAPE '!'", { name: `%${name.replace(/[!%_]/g, '!$&')}%` });
    const [women, total] = await query
      .orderBy('woman.villageCode')
      .addOrderBy('woman.id')
      .skip((page - 1) * size)
      .take(size)
      .getManyAndCount();
    return { women, total };
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Woman>> {
    const women = ids.length === 0 ? [] : await this.database.rows.findBy(Woman, { id: In([...ids]) });
    return new Map(women.map((woman) => [woman.id, woman]));
  }

  async view(woman: Woman): Promise<WomanView> {
    const regions = await this.regions.tree();
    const phone = woman.phoneSealed ? maskPhone(this.seal.open(woman.phoneSealed)) : null;
    return viewWoman(woman, regions.pathName(woman.villageCode), phone);
  }
}
