import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Refusal } from '../http/refusals';
import { Seal } from '../secrecy/seal';
import { ConsentsService } from '../women/consents.service';
import { Woman } from '../women/woman.entity';
import { fillable, toFill, type Filled } from './filled.rules';

/** With a merge come the facts that only the other file knew; when the files are parted, they go back to it. */
@Injectable()
export class MergedFacts {
  constructor(
    @Inject(ConsentsService) private readonly consents: ConsentsService,
    @Inject(Seal) private readonly seal: Seal,
  ) {}

  /** After her consents have come together. @returns what came over. */
  async bring(tx: EntityManager, keptId: string, mergedId: string): Promise<Filled[]> {
    const [kept, merged] = await bothFiles(tx, keptId, mergedId);
    const mayKeepHealth = await this.consents.holds(tx, keptId, 'health');
    const facts = toFill(kept, merged).filter((fact) => fact !== 'health' || mayKeepHealth);
    for (const fact of facts) await tx.update(Woman, { id: keptId }, columnsOf(merged, fact));
    return facts;
  }

  /** What was written anew in the kept file since then stays there. */
  async giveBack(
    tx: EntityManager,
    keptId: string,
    mergedId: string,
    facts: readonly Filled[],
  ): Promise<void> {
    const [kept, merged] = await bothFiles(tx, keptId, mergedId);
    for (const fact of facts) {
      const isStillHers = fillable[fact].every((column) => this.isSame(kept[column], merged[column]));
      if (!isStillHers) continue;
      const none = Object.fromEntries(fillable[fact].map((column) => [column, null])) as Partial<Woman>;
      await tx.update(
        Woman,
        { id: keptId },
        { ...none, ...(fact === 'poverty' && { isRegisteredPoor: false }) },
      );
    }
  }

  /** A number sealed anew with another key is the same number. */
  private isSame(one: string | number | boolean | null, other: string | number | boolean | null): boolean {
    if (one === other) return true;
    const isSealed = (value: unknown): value is string =>
      typeof value === 'string' && value.startsWith('v1.');
    return isSealed(one) && isSealed(other) && this.seal.open(one) === this.seal.open(other);
  }
}

/** @throws Refusal where one of them has taken back her consent: she is asked first. */
export function assertBothAgree(one: Woman, other: Woman): void {
  if ((one.needsWithdrawnAt === null) !== (other.needsWithdrawnAt === null))
    throw new Refusal('merge.consentsDiffer');
}

function columnsOf(file: Woman, fact: Filled): Partial<Woman> {
  return Object.fromEntries(fillable[fact].map((column) => [column, file[column]])) as Partial<Woman>;
}

export async function bothFiles(
  tx: EntityManager,
  keptId: string,
  mergedId: string,
): Promise<[Woman, Woman]> {
  const files = await tx.findBy(Woman, { id: In([keptId, mergedId]) });
  const [kept, merged] = [keptId, mergedId].map((id) => files.find((file) => file.id === id)!);
  return [kept!, merged!];
}
