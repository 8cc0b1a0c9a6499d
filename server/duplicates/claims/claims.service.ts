import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Account } from '../../accounts/account.entity';
import { SignInsService } from '../../accounts/sign-ins.service';
import { Database } from '../../database/database';
import { found, Refusal } from '../../http/refusals';
import { RegionsService } from '../../regions/regions.service';
import { maskPhone, shortenName } from '../../secrecy/mask.rules';
import { Seal } from '../../secrecy/seal';
import { WechatClient } from '../../wechat/wechat-client';
import { PhoneProofs } from '../../women/phone-proofs';
import { ProfilesService } from '../../women/profiles.service';
import { Woman } from '../../women/woman.entity';
import { MergesService } from '../merges.service';
import type { PhoneProofView } from './claims.view';

/**
 * A file that her helper opened becomes hers when WeChat says that its phone is hers and she says that its name is: a
 * family shares one phone, so a number alone gives nobody a file. A number that is only typed proves nothing; a file
 * opened with it lies beside the helper's one until the helper has looked.
 */
@Injectable()
export class ClaimsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WechatClient) private readonly wechat: WechatClient,
    @Inject(PhoneProofs) private readonly proofs: PhoneProofs,
    @Inject(MergesService) private readonly merges: MergesService,
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(SignInsService) private readonly signIns: SignInsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Seal) private readonly seal: Seal,
  ) {}

  /** The files with her phone that nobody has claimed yet. */
  async look(actor: Actor, code: string): Promise<PhoneProofView> {
    assertIsNoStaff(actor);
    const phone = await this.wechat.phoneOf(code);
    const { rows } = this.database;
    const where = { phoneMark: this.seal.mark(phone), mergedIntoId: IsNull(), erasedAt: IsNull() };
    const files = await rows.find(Woman, { where, order: { id: 'ASC' } });
    const tied = await rows.findBy(Account, { womanId: In(files.map(({ id }) => id)) });
    const taken = new Set(tied.map(({ womanId }) => womanId));
    const regions = await this.regions.tree();
    return {
      proof: this.proofs.give(actor.accountId, phone),
      phone: maskPhone(phone),
      files: files
        .filter(({ id }) => !taken.has(id))
        .map(({ id, name, villageCode }) => ({
          ...{ womanId: id, name: shortenName(name), villageName: regions.pathName(villageCode) },
        })),
    };
  }

  /** It is hers: her account is tied to it; the file that she had already and this one become one. */
  async claim(actor: Actor, proof: string, womanId: string): Promise<string> {
    assertIsNoStaff(actor);
    const phoneMark = this.seal.mark(this.proofs.phoneIn(proof, actor.accountId));
    return this.database.transact(async (tx) => {
      const account = found(await tx.findOneBy(Account, { id: actor.accountId }));
      if (account.womanId === womanId) return womanId;
      // Nothing is locked for a file that is not hers to claim; it is read again under the lock.
      await this.claimable(tx, womanId, phoneMark);
      if (account.womanId !== null) await this.merges.join(tx, actor, account.womanId, womanId);
      else await this.database.lock(tx, Woman, womanId);
      const woman = await this.claimable(tx, womanId, phoneMark, account.womanId);
      if (account.womanId === null) await this.signIns.claimFile(tx, actor.accountId, woman);
      const hers =
        account.womanId === null ? woman : found(await tx.findOneBy(Woman, { id: account.womanId }));
      await this.profiles.keep(tx, actor, hers, [{ field: 'claimed', before: null, after: null }], {});
      return hers.id;
    });
  }

  /** @throws Refusal: a file of another phone, of another account or of nobody looks like none. */
  private async claimable(
    tx: EntityManager,
    womanId: string,
    phoneMark: string,
    mergedIntoId: string | null = null,
  ): Promise<Woman> {
    const woman = found(await tx.findOneBy(Woman, { id: womanId }));
    const isHers = woman.phoneMark === phoneMark && woman.erasedAt === null;
    if (!isHers || woman.mergedIntoId !== mergedIntoId) throw new Refusal('thing.notFound');
    if (await tx.existsBy(Account, { womanId })) throw new Refusal('thing.notFound');
    return woman;
  }
}

/** Whoever works here serves other women's files; her own one waits for an account of her own. */
function assertIsNoStaff(actor: Actor): void {
  if (actor.roles.some(({ role }) => role !== 'woman')) throw new Refusal('access.denied');
}
