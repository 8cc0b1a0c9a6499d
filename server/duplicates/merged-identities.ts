import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Refusal } from '../http/refusals';
import { Seal } from '../secrecy/seal';
import { identityMarkOf } from '../women/files';
import { ProfilesService } from '../women/profiles.service';
import { Woman } from '../women/woman.entity';
import type { Moved } from './merge.entity';
import { bothFiles } from './merged-facts';

/** One identity number, one file: with a merge the number goes where she is, and back when the files are parted. */
@Injectable()
export class MergedIdentities {
  constructor(
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(Seal) private readonly seal: Seal,
  ) {}

  /** @throws Refusal where both files have a number: two numbers are two people. */
  async bring(tx: EntityManager, keptId: string, mergedId: string): Promise<Moved['identity']> {
    const [kept, merged] = await bothFiles(tx, keptId, mergedId);
    if (merged.identityMark === null) return undefined;
    if (kept.identityMark !== null) throw new Refusal('merge.twoIdentities');
    const { identitySealed, identityMark, bornOn, bornInYear } = merged;
    await tx.update(Woman, { id: mergedId }, { identityMark: null });
    await tx.update(Woman, { id: keptId }, { identitySealed, identityMark, bornOn, bornInYear });
    return { bornInYear: kept.bornInYear };
  }

  /** What was written anew in the kept file since then stays there; the number goes back where it is still the same. */
  async giveBack(
    tx: EntityManager,
    keptId: string,
    mergedId: string,
    { bornInYear }: NonNullable<Moved['identity']>,
  ): Promise<void> {
    const [kept, merged] = await bothFiles(tx, keptId, mergedId);
    if (merged.identitySealed === null) return;
    const identityMark = identityMarkOf(this.seal, this.seal.open(merged.identitySealed));
    if (kept.identityMark !== identityMark) return;
    const none = { identitySealed: null, identityMark: null, bornOn: null };
    await tx.update(Woman, { id: keptId }, { ...none, bornInYear });
    await tx.update(Woman, { id: mergedId }, { identityMark });
  }

  /** Says in the history of the kept file that another came to it, or left it. */
  async note(
    tx: EntityManager,
    actor: Actor,
    keptId: string,
    mergedId: string,
    field: 'merged' | 'parted',
  ): Promise<void> {
    const [kept, merged] = await bothFiles(tx, keptId, mergedId);
    await this.profiles.keep(tx, actor, kept, [{ field, before: null, after: merged.name }], {});
  }
}
