import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import { Database } from '../../database/database';
import { decided, found, Refusal } from '../../http/refusals';
import { RegionsService } from '../../regions/regions.service';
import { Woman } from '../../women/woman.entity';
import { WomenService } from '../../women/women.service';
import type { RegisterWomanDto } from '../../women/women.dto';
import { NeedsService } from '../needs.service';
import { Sitting, SittingEntry } from './sitting.entity';
import type { SittingDto, SittingEntryDto } from './sittings.dto';
import { decideSitting, sittingKindNames } from './sittings.rules';
import type { SittingEntryView, SittingView, WholeSittingView } from './sittings.view';

const shownSittings = 30;

/** Many needs heard at one visit, questionnaire or meeting, entered one after the other; whatever is sent twice counts once. */
@Injectable()
export class SittingsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(NeedsService) private readonly needs: NeedsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<SittingView[]> {
    const query = this.database.rows.createQueryBuilder(Sitting, 'sitting').where('1 = 1');
    const sittings = await actor
      .scope('needs.sit')
      .narrow(query, 'sitting.regionCode')
      .orderBy('sitting.heldOn', 'DESC')
      .addOrderBy('sitting.id', 'DESC')
      .take(shownSittings)
      .getMany();
    return this.views(sittings);
  }

  async read(actor: Actor, id: string): Promise<WholeSittingView> {
    const sitting = await this.known(actor, this.database.rows, id);
    const entries = await this.database.rows.find(SittingEntry, {
      where: { sittingId: id },
      order: { at: 'ASC', id: 'ASC' },
    });
    const [view] = await this.views([sitting]);
    return { ...view!, entries: await this.viewEntries(entries) };
  }

  async begin(actor: Actor, id: string, entry: SittingDto): Promise<SittingView> {
    const { heldOn } = decided(decideSitting(entry.heldOn, dayOf(this.clock.now())));
    const regions = await this.regions.tree();
    if (!regions.get(entry.regionCode) || !actor.scope('needs.sit').admits(entry.regionCode))
      throw new Refusal('access.denied');
    const sitting: Sitting = {
      ...{ id, kind: entry.kind, heldOn, place: entry.place, regionCode: entry.regionCode },
      ...{ byAccountId: actor.accountId, at: this.clock.now() },
    };
    const kept = await this.database.transact(async (tx) => {
      const before = await tx.findOneBy(Sitting, { id });
      if (!before) await tx.insert(Sitting, sitting);
      else if (before.byAccountId !== actor.accountId) throw new Refusal('sitting.idTaken');
      return before ?? sitting;
    });
    return (await this.views([kept]))[0]!;
  }

  /** One woman with her card. The card says from which sitting it is; its source is the sitting's kind. */
  async enter(actor: Actor, id: string, entryId: string, entry: SittingEntryDto): Promise<SittingEntryView> {
    const { womanId, file } = entry;
    if ((womanId === undefined) === (file === undefined))
      throw new Refusal('input.invalid', { field: 'womanId' });
    if (file) await this.assertMayOpen(actor, file);
    if (womanId !== undefined) await this.women.served(actor, womanId, 'needs.register');
    const entering = async (tx: EntityManager) => {
      const sitting = found(await this.database.lock(tx, Sitting, id));
      if (!actor.scope('needs.sit').admits(sitting.regionCode)) throw new Refusal('thing.notFound');
      const before = await tx.findOneBy(SittingEntry, { id: entryId });
      if (before && before.sittingId !== id) throw new Refusal('sitting.idTaken');
      const hers = before?.womanId ?? womanId ?? (await this.fileOf(tx, actor, file!, entry.isAnother));
      if (before && womanId !== undefined && before.womanId !== womanId) throw new Refusal('sitting.idTaken');
      const woman = found(await this.database.lock(tx, Woman, hers));
      const row: SittingEntry = before ?? {
        ...{ id: entryId, sittingId: id, womanId: woman.id, at: this.clock.now() },
      };
      if (!before) {
        if (await tx.existsBy(SittingEntry, { sittingId: id, womanId: woman.id }))
          throw new Refusal('sitting.womanTwice');
        await tx.insert(SittingEntry, row);
      }
      await this.needs.keep(tx, actor, woman, { ...entry.card, source: sitting.kind }, id);
      return row;
    };
    const kept = await this.women.meeting(() => this.database.transact(entering));
    return (await this.viewEntries([kept]))[0]!;
  }

  /** A file is opened by a helper of the village, as everywhere; the paper with her consent is in her hands. */
  private async assertMayOpen(actor: Actor, file: RegisterWomanDto): Promise<void> {
    if (!actor.is('helper') || !actor.scope('women.list').admits(file.villageCode))
      throw new Refusal('access.denied');
    await this.women.assertMayOpen(file);
  }

  /** Her one file; a namesake of the village is looked at first. */
  private async fileOf(
    tx: EntityManager,
    actor: Actor,
    file: RegisterWomanDto,
    isAnother = false,
  ): Promise<string> {
    const sees = actor.scope('needs.register');
    const opening = { given: 'on_paper', sees, asksOfNamesakes: !isAnother } as const;
    return (await this.women.fileOf(tx, actor, file, opening)).id;
  }

  private async known(actor: Actor, rows: EntityManager, id: string): Promise<Sitting> {
    const query = rows.createQueryBuilder(Sitting, 'sitting').where('sitting.id = :id', { id });
    return found(await actor.scope('needs.sit').narrow(query, 'sitting.regionCode').getOne());
  }

  private async views(sittings: readonly Sitting[]): Promise<SittingView[]> {
    const regions = await this.regions.tree();
    const counted = await this.database.rows
      .createQueryBuilder(SittingEntry, 'entry')
      .select('entry.sittingId', 'sittingId')
      .addSelect('COUNT(*)', 'women')
      .where({ sittingId: In(sittings.map(({ id }) => id)) })
      .groupBy('entry.sittingId')
      .getRawMany<{ sittingId: string; women: number | string }>();
    const women = new Map(counted.map((one) => [one.sittingId, Number(one.women)]));
    return sittings.map(({ id, kind, heldOn, place, regionCode }) => ({
      ...{ id, kind, kindName: sittingKindNames[kind], heldOn, place, regionCode },
      ...{ regionName: regions.pathName(regionCode), women: women.get(id) ?? 0 },
    }));
  }

  private async viewEntries(entries: readonly SittingEntry[]): Promise<SittingEntryView[]> {
    const women = await this.database.rows.findBy(Woman, { id: In(entries.map(({ womanId }) => womanId)) });
    const byId = new Map(women.map((woman) => [woman.id, woman]));
    const regions = await this.regions.tree();
    return entries.map(({ id, womanId }) => {
      const { name, villageCode } = byId.get(womanId)!;
      return { id, womanId, name, villageName: regions.pathName(villageCode) };
    });
  }
}
