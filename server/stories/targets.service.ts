import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Scope } from '../access/scope';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { StoryTarget } from './story.entity';
import type { StoryTargetDto } from './stories.dto';
import type { StoryCountView } from './stories.view';

interface Counted {
  readonly county: string;
  readonly came: number | string;
  readonly shown: number | string;
  readonly onTheWay: number | string;
}

/** How many stories of a year came out, against what was to come out. */
@Injectable()
export class StoryTargetsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Her own areas, and for the city each county, in the order of their codes: nobody is ranked. */
  async count(actor: Actor, year: number): Promise<StoryCountView[]> {
    const regions = await this.regions.tree();
    const areas = new Set(actor.scope('stories.read').prefixes.map((prefix) => prefix.slice(0, 6)));
    for (const area of [...areas])
      if (area.length === 4) for (const { code } of regions.below(area)) areas.add(code);
    // Of a village too the county's stories are counted: the target is the county's.
    const { sql, values } = new Scope([...areas]).clause('villageCode');
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const counted = await this.database.rows.query<Counted[]>(
      `SELECT SUBSTR(villageCode, 1, 6) AS county,
              SUM(CASE WHEN outOn BETWEEN ? AND ? THEN 1 ELSE 0 END) AS came,
              SUM(CASE WHEN outOn BETWEEN ? AND ? AND stage = 'out' THEN 1 ELSE 0 END) AS shown,
              SUM(CASE WHEN stage IN ('township', 'county', 'city') THEN 1 ELSE 0 END) AS onTheWay
         FROM stories WHERE ${sql} GROUP BY SUBSTR(villageCode, 1, 6)`,
      [first, last, first, last, ...values],
    );
    const targets = await this.database.rows.findBy(StoryTarget, { year });
    return [...areas].sort().map((regionCode) => {
      const theirs = counted.filter(({ county }) => county.startsWith(regionCode));
      const sum = (column: 'came' | 'shown' | 'onTheWay') =>
        theirs.reduce((all, one) => all + Number(one[column]), 0);
      const target = targets.find((one) => one.regionCode === regionCode);
      return {
        ...{ regionCode, regionName: regions.name(regionCode), year },
        ...{ target: target?.stories ?? null, source: target?.source ?? null },
        ...{ out: sum('came'), shown: sum('shown'), onTheWay: sum('onTheWay') },
      };
    });
  }

  async set(actor: Actor, { regionCode, year, stories, source }: StoryTargetDto): Promise<StoryCountView[]> {
    const regions = await this.regions.tree();
    const isHers = regions.get(regionCode) && actor.scope('stories.target').admits(regionCode);
    if (!isHers || regionCode.length > 6) throw new Refusal('access.denied');
    const by = { setById: actor.accountId, setAt: this.clock.now() };
    await this.database.rows.save(StoryTarget, { regionCode, year, stories, source: source.trim(), ...by });
    return this.count(actor, year);
  }
}
