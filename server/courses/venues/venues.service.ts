import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { Refusal } from '../../http/refusals';
import { RegionsService } from '../../regions/regions.service';
import { batchesAhead } from '../batches.queries';
import { Venue } from '../course.entity';
import { changeKept, retirement } from '../keeping';
import type { VenueDto } from './venues.dto';
import { viewVenueFile, type VenueFileView } from './venues.view';

/** Where courses are held: kept by the county, retired and never deleted. */
@Injectable()
export class VenuesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<VenueFileView[]> {
    const query = this.database.rows.createQueryBuilder(Venue, 'venue').where('1 = 1');
    const venues = await actor
      .scope('courses.plan')
      .narrow(query, 'venue.regionCode')
      .orderBy('venue.regionCode')
      .addOrderBy('venue.id')
      .take(1000)
      .getMany();
    const ids = venues.map(({ id }) => id);
    const ahead = await batchesAhead(this.database.rows, 'venueId', ids);
    const regions = await this.regions.tree();
    return venues.map((venue) => viewVenueFile(venue, regions, ahead.get(venue.id) ?? 0));
  }

  async add(actor: Actor, entry: VenueDto): Promise<VenueFileView> {
    await this.mustBeHers(actor, entry.regionCode);
    const venue: Venue = { id: newId(), retiredAt: null, ...factsOf(entry) };
    await this.database.rows.insert(Venue, venue);
    return viewVenueFile(venue, await this.regions.tree(), 0);
  }

  async change(actor: Actor, id: string, entry: VenueDto): Promise<VenueFileView> {
    await this.mustBeHers(actor, entry.regionCode);
    return this.locked(actor, id, () => factsOf(entry));
  }

  /** @throws Refusal `venue.hasBatches` while one is still to be held there. */
  async retire(actor: Actor, id: string, isRetired: boolean): Promise<VenueFileView> {
    return this.locked(actor, id, (venue, ahead) =>
      retirement(isRetired, venue, ahead, this.clock.now(), 'venue.hasBatches'),
    );
  }

  private async locked(
    actor: Actor,
    id: string,
    decide: (venue: Venue, ahead: number) => Partial<Venue>,
  ): Promise<VenueFileView> {
    const isHers = ({ regionCode }: Venue) => actor.scope('venues.add').admits(regionCode);
    const kind = { entity: Venue, column: 'venueId', isHers } as const;
    const { after, ahead } = await changeKept(this.database, kind, id, decide);
    return viewVenueFile(after, await this.regions.tree(), ahead);
  }

  private async mustBeHers(actor: Actor, regionCode: string): Promise<void> {
    const regions = await this.regions.tree();
    const isPlace = regions.has(regionCode, 'township') || regions.has(regionCode, 'village');
    if (!isPlace || !actor.scope('venues.add').admits(regionCode)) throw new Refusal('batch.venueElsewhere');
  }
}

function factsOf({ name, regionCode, address, kind, capacity, latitudeE5, longitudeE5 }: VenueDto) {
  return {
    ...{ name, regionCode, address, kind: kind ?? ('other' as const), capacity: capacity ?? null },
    ...{ latitudeE5: latitudeE5 ?? null, longitudeE5: longitudeE5 ?? null },
  };
}
