import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Action } from '../access/policies';
import type { Scope } from '../access/scope';
import { SignInsService } from '../accounts/sign-ins.service';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Database } from '../database/database';
import { faultOf } from '../database/database-errors';
import { readRows } from '../database/plain-rows';
import { decided, found, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { maskPhone } from '../secrecy/mask.rules';
import { Seal } from '../secrecy/seal';
import { WomanChange } from './change.entity';
import { changeRow } from './changes';
import { consentPurposes, type ConsentPurpose } from './consents.rules';
import { ConsentsService } from './consents.service';
import { fileRow, identityMarkOf, type FileFacts } from './files';
import { readIdentity, tidyIdentity, type IdentityFacts } from './identity.rules';
import { PhoneProofs } from './phone-proofs';
import { Consent, Woman } from './woman.entity';
import type { ListWomenDto, RegisterWomanDto } from './women.dto';
import { consentWords, pageSizes } from './women.rules';
import { viewWoman, type WomanView } from './women.view';

/**
 * What opens a file. `identity` as it was typed: it is read and checked here. `healthLimits` only beside
 * `agreesHealth`, `poverty` only from the register, never from her own claim.
 */
export interface FileEntry extends Omit<FileFacts, 'identity'> {
  readonly identity?: string;
  readonly consentWords: string;
  readonly agreesMessages?: boolean;
  readonly agreesHealth?: boolean;
}

/** By whose hand a file is opened, and whose files that hand may be shown. */
export interface Opening {
  readonly given: Consent['given'];
  readonly sees: Scope;
  /** Refuses where a woman of this name lives in the village, until somebody has looked at her file. */
  readonly asksOfNamesakes?: boolean;
}

/** The register of women: one woman, one file. */
@Injectable()
export class WomenService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SignInsService) private readonly signIns: SignInsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(ConsentsService) private readonly consents: ConsentsService,
    @Inject(PhoneProofs) private readonly proofs: PhoneProofs,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Opens a file: her own for a newcomer, another woman's for her helper, who must serve that village. */
  async register(actor: Actor, { phoneProof, ...said }: RegisterWomanDto): Promise<Woman> {
    const byHelper = actor.is('helper');
    if (!byHelper && actor.roles.length > 0)
      throw new Refusal(actor.womanId ? 'woman.alreadyRegistered' : 'access.denied');
    if (byHelper && !actor.scope('women.list').admits(said.villageCode)) throw new Refusal('access.denied');
    const phone = phoneProof ? this.proofs.phoneIn(phoneProof, actor.accountId) : said.phone;
    const entry = { ...said, ...(phone && { phone }) };
    await this.assertMayOpen(entry);
    const opening = { given: byHelper ? 'on_paper' : 'herself', sees: actor.scope('women.list') } as const;
    return this.meeting(() =>
      this.database.transact(async (tx) => {
        const woman = await this.fileOf(tx, actor, entry, opening);
        if (!byHelper) await this.signIns.claimFile(tx, actor.accountId, woman);
        return woman;
      }),
    );
  }

  /**
   * The one file of this woman: by her identity number, or else by her name with her phone, she is known; otherwise a
   * new one is opened. The caller has asked `assertMayOpen`, and runs the transaction in `meeting`.
   */
  async fileOf(tx: EntityManager, actor: Actor, entry: FileEntry, opening: Opening): Promise<Woman> {
    const known = await this.knownByIdentity(tx, entry.identity);
    if (known) return sameWoman(known, opening);
    // A typed phone proves nothing, so whoever opens her own file finds none by it.
    const same = opening.given === 'herself' ? [] : await this.namesakesWith(tx, entry.name, entry.phone);
    const hers = same.find(({ villageCode }) => maySee(opening, entry, villageCode));
    if (hers) return hers;
    const { name, villageCode } = entry;
    if (opening.asksOfNamesakes && (await tx.existsBy(Woman, { name, villageCode, ...alive })))
      throw new Refusal('sitting.sameName', { name });
    return this.open(tx, actor, entry, opening.given);
  }

  /** Two helpers entered one identity number at once: the second runs again, and finds the file of the first. */
  async meeting<T>(entering: () => Promise<T>): Promise<T> {
    return entering().catch((error: unknown) => {
      if (faultOf(error) !== 'duplicate') throw error;
      return entering();
    });
  }

  /** @throws Refusal unless the village exists, the words of consent are today's and the identity number can be hers. */
  async assertMayOpen(entry: FileEntry): Promise<void> {
    const regions = await this.regions.tree();
    if (!regions.has(entry.villageCode, 'village')) throw new Refusal('woman.villageUnknown');
    if (entry.consentWords !== consentWords.version)
      throw new Refusal('input.invalid', { field: 'consentWords' });
    if (entry.healthLimits && !entry.agreesHealth)
      throw new Refusal('consent.needed', { name: consentPurposes.health.name });
    this.identityIn(entry);
  }

  /** Opens a file with her consent. */
  private async open(
    tx: EntityManager,
    actor: Actor,
    entry: FileEntry,
    given: Consent['given'],
  ): Promise<Woman> {
    const now = this.clock.now();
    const by = actor.accountId;
    const woman = fileRow(this.seal, { ...entry, identity: this.identityIn(entry) }, by, now);
    await tx.insert(Woman, woman);
    await tx.insert(WomanChange, changeRow(this.seal, woman.id, 'opened', null, null, by, now));
    const agreed: ConsentPurpose[] = ['needs'];
    if (entry.agreesMessages) agreed.push('messages');
    if (entry.healthLimits) agreed.push('health');
    for (const purpose of agreed)
      await this.consents.write(tx, actor, { womanId: woman.id, purpose, given, isWithdrawal: false });
    return woman;
  }

  /** The file with this identity number, as typed; a merged or an erased one has none. */
  async knownByIdentity(
    rows: EntityManager,
    identity: string | null | undefined,
  ): Promise<Woman | undefined> {
    if (!identity) return undefined;
    const identityMark = identityMarkOf(this.seal, tidyIdentity(identity));
    return (await readRows(rows, Woman, { identityMark }))[0];
  }

  private identityIn({ identity }: FileEntry): IdentityFacts | undefined {
    return !identity ? undefined : decided(readIdentity(identity, dayOf(this.clock.now())));
  }

  /** A woman of this county, or none: one of another county looks like one who does not exist. */
  async knownIn(rows: EntityManager, countyCode: string, womanId: string): Promise<Woman> {
    const woman = found(await rows.findOneBy(Woman, { id: womanId }));
    if (!woman.villageCode.startsWith(countyCode) || woman.erasedAt !== null)
      throw new Refusal('thing.notFound');
    return woman.mergedIntoId === null ? woman : this.knownIn(rows, countyCode, woman.mergedIntoId);
  }

  /** The files of this name with this phone; a phone alone may be a whole family's. */
  private async namesakesWith(
    rows: EntityManager,
    name: string,
    phone: string | undefined,
  ): Promise<Woman[]> {
    if (!phone) return [];
    const where = { phoneMark: this.seal.mark(phone), name, ...alive };
    return rows.find(Woman, { where, order: { id: 'ASC' } });
  }

  /** Women of a county whose name begins so, in characters or in the first letters of its pinyin. */
  namedIn(countyCode: string, beginning: string, most: number): Promise<Woman[]> {
    const column = /^[a-z]+$/i.test(beginning) ? 'initials' : 'name';
    return this.database.rows
      .createQueryBuilder(Woman, 'woman')
      .where(`${isAlive} AND woman.villageCode LIKE :county`, { county: `${countyCode}%` })
      .andWhere(`woman.${column} LIKE :name ESCAPE '!'`, { name: `${likeText(beginning.toLowerCase())}%` })
      .orderBy('woman.name')
      .addOrderBy('woman.id')
      .take(most)
      .getMany();
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
      .where(`woman.id = :womanId AND ${isAlive}`, { womanId });
    return found(await actor.scope(action).narrow(query, 'woman.villageCode').getOne());
  }

  async list(
    actor: Actor,
    { region, name, page = 1, size = pageSizes.standard }: ListWomenDto,
  ): Promise<{ women: Woman[]; total: number }> {
    const query = this.database.rows.createQueryBuilder(Woman, 'woman').where(isAlive);
    actor.scope('women.list').narrow(query, 'woman.villageCode');
    if (region) query.andWhere('woman.villageCode LIKE :region', { region: `${region}%` });
    if (name) query.andWhere("woman.name LIKE :name ESCAPE '!'", { name: `%${likeText(name)}%` });
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

/** An identity number is no secret, so it gives nobody a file: who may see the one there is gets it, others are told. */
function sameWoman(known: Woman, { given, sees }: Opening): Woman {
  if (given === 'herself') throw new Refusal('woman.known');
  if (!sees.admits(known.villageCode)) throw new Refusal('woman.knownElsewhere');
  return known;
}

/** She is known to whoever serves her village, or names it: that tells nothing that was not said. */
function maySee({ sees }: Opening, entry: FileEntry, villageCode: string): boolean {
  return villageCode === entry.villageCode || sees.admits(villageCode);
}

/** A file that is somebody's: neither merged into another nor erased. */
const alive = { mergedIntoId: IsNull(), erasedAt: IsNull() };
const isAlive = 'woman.mergedIntoId IS NULL AND woman.erasedAt IS NULL';

/** A text as it is inside a LIKE whose escape is `!`. */
function likeText(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}
