import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { readRows } from '../database/plain-rows';
import { decided, found, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { Need, NeedCardRow } from './need.entity';
import type { DemandDto, DemandWomenDto, NeedCardDto } from './needs.dto';
import { countDemand, countWomenInNeed, womenInNeed } from './needs.queries';
import { bitsToMonths, decideCard, monthsToBits, type NeedCard } from './needs.rules';
import type { Family } from './families.rules';
import { viewCard, type DemandView, type DemandWomanView, type NeedCardView } from './needs.view';

/** What women want to learn, and where that adds up to a course. */
@Injectable()
export class NeedsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps her card as it is now: new wishes are added, others dropped, the date of a wish that stays is kept. */
  async register(actor: Actor, womanId: string, entry: NeedCardDto): Promise<NeedCardView> {
    const { source, ...said } = entry;
    const card = decided(decideCard(said));
    const woman = await this.women.served(actor, womanId, 'needs.register');
    await this.database.transact(async (tx) => {
      const now = found(await this.database.lock(tx, Woman, woman.id));
      if (now.needsWithdrawnAt !== null || now.erasedAt !== null) throw new Refusal('consent.withdrawn');
      await this.keepCard(
        tx,
        woman.id,
        actor.accountId,
        card,
        womanId === actor.womanId ? 'herself' : source,
      );
      await this.keepNeeds(tx, woman, card);
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
  }

  /** She took back her consent: nothing of hers counts as demand any more. */
  async drop(tx: EntityManager, womanId: string): Promise<void> {
    await tx.update(Need, { womanId, state: 'open' }, { state: 'dropped' });
  }

  /** Forgets when, how far and how she can come. Her wishes stay as numbers of closed years. */
  async forget(tx: EntityManager, womanId: string): Promise<void> {
    await this.drop(tx, womanId);
    await tx.delete(NeedCardRow, { womanId });
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
  }

  /** She has not learned it after all: what counted as met is asked for again. */
  async unmeet(tx: EntityManager, womanId: string, family: Family): Promise<void> {
    await tx.update(Need, { womanId, family, state: 'met' }, { state: 'open' });
  }

  /** Demand by township, or by county where the reader serves several. */
  async demand(actor: Actor, { region, month }: DemandDto): Promise<DemandView> {
    const scope = actor.scope('needs.demand');
    const isWide = (region ?? scope.prefixes[0] ?? '').length < 6;
    const filter = { scope, region, month };
    const [cells, women, regions] = await Promise.all([
      countDemand(this.database.rows, filter, isWide ? 6 : 9),
      countWomenInNeed(this.database.rows, filter),
      this.regions.tree(),
    ]);
    return { cells: cells.map((cell) => ({ ...cell, regionName: regions.name(cell.regionCode) })), women };
  }

  async demandWomen(actor: Actor, { family, region, month }: DemandWomenDto): Promise<DemandWomanView[]> {
    const filter = { scope: actor.scope('needs.demandNames'), region, month };
    const [rows, regions] = await Promise.all([
      womenInNeed(this.database.rows, filter, family),
      this.regions.tree(),
    ]);
    return rows.map((row) => ({
      womanId: row.womanId,
      name: row.name,
      villageName: regions.pathName(row.villageCode),
      wish: row.wish,
      freeMonths: bitsToMonths(row.freeMonthBits),
      farthestKm: row.farthestKm,
      needsChildCare: Boolean(row.needsChildCare),
      isRegisteredPoor: Boolean(row.isRegisteredPoor),
    }));
  }

  private async keepCard(
    tx: EntityManager,
    womanId: string,
    enteredById: string,
    card: NeedCard,
    source: NeedCardRow['source'],
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
