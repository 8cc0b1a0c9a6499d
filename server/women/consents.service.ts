import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { inParts } from '../database/in-parts';
import { readRows } from '../database/plain-rows';
import { consentRow } from './consent-rows';
import { consentsHeld, type ConsentPurpose } from './consents.rules';
import { Consent } from './woman.entity';

const womenAtOnce = 1_000;

/** What women agreed to. Rows are added, never edited; a withdrawal is a row too, and holds from the moment it is there. */
@Injectable()
export class ConsentsService {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Whether her consent to this purpose holds now. Without a row there is none. */
  async holds(rows: EntityManager, womanId: string, purpose: ConsentPurpose): Promise<boolean> {
    return (await this.thoseWho(rows, [womanId], purpose)).has(womanId);
  }

  /** Of these women, the ids of those whose consent to this purpose holds now. */
  async thoseWho(
    rows: EntityManager,
    womanIds: readonly string[],
    purpose: ConsentPurpose,
  ): Promise<Set<string>> {
    const holding = new Set<string>();
    for (const some of inParts(womanIds, womenAtOnce)) {
      const consents = await readRows(rows, Consent, { womanId: some, purpose });
      for (const [womanId, hers] of byWoman(consents))
        if (consentsHeld(hers).has(purpose)) holding.add(womanId);
    }
    return holding;
  }

  /** All that she ever agreed to and withdrew, the latest first. */
  async ofWoman(rows: EntityManager, womanId: string): Promise<Consent[]> {
    return readRows(rows, Consent, { womanId }, 'ORDER BY givenAt DESC, id DESC');
  }

  /** Writes down that she agrees, or no longer does, in today's words. */
  async write(
    tx: EntityManager,
    actor: Actor,
    said: Pick<Consent, 'womanId' | 'purpose' | 'given' | 'isWithdrawal'>,
  ): Promise<void> {
    await tx.insert(Consent, consentRow(said, actor.accountId, this.clock.now()));
  }
}

function byWoman(consents: readonly Consent[]): Map<string, Consent[]> {
  const hers = new Map<string, Consent[]>();
  for (const consent of consents) hers.set(consent.womanId, [...(hers.get(consent.womanId) ?? []), consent]);
  return hers;
}
