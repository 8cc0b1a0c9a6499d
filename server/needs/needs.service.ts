import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { readRows } from '../database/plain-rows';
import { decided, Refusal } from '../http/refusals';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { DemandFacts } from './board/demand-facts';
import { Need, NeedCardRow, NeedConfirmation } from './need.entity';
import type { NeedCardDto } from './needs.dto';
import { decideCard, monthsToBits, type NeedCard, type Source } from './needs.rules';
import type { Family } from './families.rules';
import { viewCard, type NeedCardView } from './needs.view';

/** What women want to learn, and when and where they can. */
@Injectable()
export class NeedsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(DemandFacts) private readonly facts: DemandFacts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps her card as it is now: new wishes are added, others dropped, the date of a wish that stays is kept. */
  async register(actor: Actor, womanId: string, entry: NeedCardDto): Promise<NeedCardView> {
    const woman = await this.women.served(actor, womanId, 'needs.register');
    const source = womanId === actor.womanId ? 'herself' : entry.source;
    await this.database.transact(async (tx) => {
      await this.database.lock(tx, Woman, woman.id);
      await this.keep(tx, actor, woman, { ...entry, source });
    });
    return (await this.cardOf(woman.id))!;
  }

  /** The same inside a transaction that holds the lock on her file; `sittingId` says where it was heard with others. */
  async keep(
    tx: EntityManager,
    actor: Actor,
    woman: Woman,
    { source, ...said }: NeedCardDto,
    sittingId: string | null = null,
  ): Promise<void> {
    const card = decided(decideCard(said));
    await this.mustAgree(tx, woman.id);
    await this.keepCard(tx, woman.id, actor.accountId, card, source);
    await this.keepNeeds(tx, woman, card);
    await this.note(tx, actor, woman.id, source, sittingId);
    await this.facts.keep(tx, woman.id);
  }

  /** What she wished for still holds: said anew for this season, by herself or to her helper. */
  async confirm(actor: Actor, womanId: string): Promise<NeedCardView> {
    const woman = await this.women.served(actor, womanId, 'needs.register');
    await this.database.transact(async (tx) => {
      await this.database.lock(tx, Woman, woman.id);
      await this.mustAgree(tx, woman.id);
      const isOpen = await tx.existsBy(Need, { womanId: woman.id, state: 'open' });
      const confirmedAt = this.clock.now();
      const { affected } = isOpen
        ? await tx.update(NeedCardRow, { womanId: woman.id }, { confirmedAt })
        : { affected: 0 };
      if (!affected) throw new Refusal('need.missing');
      await this.note(tx, actor, woman.id, womanId === actor.womanId ? 'herself' : 'visit', null);
      await this.facts.keep(tx, woman.id);
    });
    return (await this.cardOf(woman.id))!;
  }

  async read(actor: Actor, womanId: string): Promise<NeedCardView | null> {
    const woman = await this.women.served(actor, womanId, 'needs.read');
    return this.cardOf(woman.id);
  }

  async cardOf(womanId: string): Promise<NeedCardView | null> {
    const { rows } = this.database;
    const [card] = await readRows(rows, NeedCardRow, { womanId });
    if (!card) return null;
    const needs = await readRows(rows, Need, { womanId, state: ['open', 'met'] }, 'ORDER BY wish');
    return viewCard(card, needs, this.clock.now());
  }

  /** She has learned it: what she wished for is no longer asked for. */
  async meet(tx: EntityManager, womanId: string, family: Family): Promise<void> {
    await tx.update(Need, { womanId, family, state: 'open' }, { state: 'met' });
    await this.facts.keep(tx, womanId);
  }

  /** She took back her consent: nothing of hers counts as demand any more. */
  async drop(tx: EntityManager, womanId: string): Promise<void> {
    await tx.update(Need, { womanId, state: 'open' }, { state: 'dropped' });
    await this.facts.keep(tx, womanId);
  }

  /** Forgets when, how far and how she can come. Her wishes stay as numbers of closed years. */
  async forget(tx: EntityManager, womanId: string): Promise<void> {
    await tx.delete(NeedCardRow, { womanId });
    await this.drop(tx, womanId);
  }

  private async mustAgree(tx: EntityManager, womanId: string): Promise<void> {
    const { needsWithdrawnAt, erasedAt } = await tx.findOneByOrFail(Woman, { id: womanId });
    if (needsWithdrawnAt !== null || erasedAt !== null) throw new Refusal('consent.withdrawn');
  }

  /** Notes one more wish behind those she has; her card is asked for later, by her helper. */
  async wish(tx: EntityManager, { id: womanId, villageCode }: Woman, family: Family): Promise<void> {
    const known = await tx.findBy(Need, { womanId });
    if (known.some((need) => need.family === family && need.state === 'open')) return;
    const wish = 1 + known.filter(({ state }) => state === 'open').length;
    const since = this.clock.now();
    const before = known.find((need) => need.family === family);
    if (before) await tx.update(Need, { id: before.id }, { wish, state: 'open', since });
    else await tx.insert(Need, { id: newId(), womanId, villageCode, family, wish, state: 'open', since });
    await this.facts.keep(tx, womanId);
  }

  /** She has not learned it after all: what counted as met is asked for again. */
  async unmeet(tx: EntityManager, womanId: string, family: Family): Promise<void> {
    await tx.update(Need, { womanId, family, state: 'met' }, { state: 'open' });
    await this.facts.keep(tx, womanId);
  }

  private async note(
    tx: EntityManager,
    { accountId: byAccountId }: Actor,
    womanId: string,
    source: Source,
    sittingId: string | null,
  ): Promise<void> {
    const at = this.clock.now();
    await tx.insert(NeedConfirmation, { id: newId(), womanId, source, sittingId, byAccountId, at });
  }

  private async keepCard(
    tx: EntityManager,
    womanId: string,
    enteredById: string,
    card: NeedCard,
    source: Source,
  ): Promise<void> {
    const { freeMonths, families: _, ...rest } = card;
    const row: NeedCardRow = {
      ...rest,
      womanId,
      enteredById,
      source,
      freeMonthBits: monthsToBits(freeMonths),
      confirmedAt: this.clock.now(),
    };
    const { affected } = await tx.update(NeedCardRow, { womanId }, row);
    if (!affected) await tx.insert(NeedCardRow, row);
  }

  private async keepNeeds(tx: EntityManager, woman: Woman, card: NeedCard): Promise<void> {
    const known = await tx.findBy(Need, { womanId: woman.id });
    const dropped = known.filter((need) => need.state === 'open' && !card.families.includes(need.family));
    for (const need of dropped) await tx.update(Need, { id: need.id }, { state: 'dropped' });
    for (const [index, family] of card.families.entries()) {
      const before = known.find((need) => need.family === family);
      const wish = index + 1;
      const now = this.clock.now();
      if (!before) {
        await tx.insert(Need, {
          id: newId(),
          womanId: woman.id,
          villageCode: woman.villageCode,
          family,
          wish,
          state: 'open',
          since: now,
        });
      } else if (before.state === 'open') {
        await tx.update(Need, { id: before.id }, { wish });
      } else {
        await tx.update(Need, { id: before.id }, { wish, state: 'open', since: now });
      }
    }
  }
}
