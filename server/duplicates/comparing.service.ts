import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Scope } from '../access/scope';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { inParts } from '../database/in-parts';
import { newId } from '../database/new-id';
import { addRows, readRows } from '../database/plain-rows';
import { statement } from '../database/statement';
import { Region } from '../regions/region.entity';
import { FileChanges } from '../women/file-changes';
import { Woman } from '../women/woman.entity';
import { NearKey, NearPair } from './near.entity';
import { areaOf, likenessOf, lookFrom, type IdentityTraits, type Likeness } from './near.rules';
import { factsOf, inOrder, keysOf } from './near-keys';
import { NearTasks } from './near-tasks';

const filesAtOnce = 200;
const idsAtOnce = 1_000;
/** A key that so many files have tells nobody apart. */
const holdersAtMost = 300;

/**
 * Finds files that may be one woman. A file that is new or was changed waits to be compared; it is compared with those
 * that share a search key with it, never with everybody.
 */
@Injectable()
export class ComparingService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileChanges) private readonly changes: FileChanges,
    @Inject(NearTasks) private readonly tasks: NearTasks,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.changes.hear(async (tx, womanIds) => {
      await statement(tx, `UPDATE women SET isCompared = 0 WHERE id IN (${marks(womanIds)})`, womanIds);
    });
  }

  /** Compares files that wait, up to so many. @returns how many it compared. */
  async compare(scope: Scope, most: number): Promise<number> {
    for (let done = 0; ;) {
      const ids = await this.waiting(scope, Math.min(filesAtOnce, most - done));
      if (ids.length > 0) await this.database.transact((tx) => this.compareThese(tx, ids));
      done += ids.length;
      if (ids.length < filesAtOnce || done >= most) return done;
    }
  }

  /** How many files of this scope are not compared yet. */
  async countWaiting(scope: Scope): Promise<number> {
    const { sql, values } = scope.clause('villageCode');
    const query = `SELECT COUNT(*) AS howMany FROM women WHERE isCompared = 0 AND ${sql}`;
    const [row] = await statement<{ howMany: number | string }[]>(this.database.rows, query, values);
    return Number(row!.howMany);
  }

  /** Files that are near to what an entry says, before it is written. */
  async nearTo(traits: IdentityTraits): Promise<{ womanId: string; likeness: Likeness }[]> {
    const { rows } = this.database;
    const keys = keysOf(traits);
    const files = await this.filesOf(rows, [...(await this.holders(rows, keys)).values()].flat());
    return [...files.values()]
      .flatMap((file) => {
        const likeness = isAlive(file) ? likenessOf(traits, file, lookFrom) : undefined;
        return likeness ? [{ womanId: file.id, likeness }] : [];
      })
      .sort((one, other) => other.likeness.points - one.likeness.points);
  }

  /** Forgets files that are gone for good, with what was found of them. */
  async forget(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await statement(tx, `DELETE FROM near_keys WHERE womanId IN (${marks(ids)})`, ids);
    for (const side of ['firstId', 'secondId'])
      await statement(tx, `DELETE FROM near_pairs WHERE ${side} IN (${marks(ids)})`, ids);
  }

  private async waiting(scope: Scope, most: number): Promise<string[]> {
    const { sql, values } = scope.clause('villageCode');
    const query = `SELECT id FROM women WHERE isCompared = 0 AND ${sql} LIMIT ${most}`;
    const rows = await statement<{ id: string }[]>(this.database.rows, query, values);
    return rows.map(({ id }) => id).sort();
  }

  private async compareThese(tx: EntityManager, ids: readonly string[]): Promise<void> {
    // Of two files that two servers compare at once, the second must see the keys of the first.
    const places = await statement<{ county: string }[]>(
      tx,
      `SELECT DISTINCT SUBSTR(villageCode, 1, 6) AS county FROM women WHERE id IN (${marks(ids)})`,
      ids,
    );
    for (const { county } of places.sort((one, other) => (one.county < other.county ? -1 : 1)))
      await this.database.lock(tx, Region, county);
    await statement(tx, `UPDATE women SET isCompared = 1 WHERE id IN (${marks(ids)})`, ids);
    const files = [...(await this.filesOf(tx, ids)).values()];
    const keys = await this.writeKeys(tx, ids, files);
    const holders = await this.holders(tx, [...new Set([...keys.values()].flat())]);
    const others = await this.filesOf(tx, [...new Set([...holders.values()].flat())]);
    const found = new Map<string, NearPair>();
    for (const file of files) {
      const beside = new Set((keys.get(file.id) ?? []).flatMap((key) => holders.get(key) ?? []));
      for (const otherId of beside) {
        const other = others.get(otherId);
        if (!other || otherId === file.id || !isAlive(other)) continue;
        const likeness = likenessOf(file, other);
        if (likeness) this.keepBest(found, file, other, likeness);
      }
    }
    await this.writePairs(tx, ids, found);
  }

  /** @returns the keys of each file that is somebody's. */
  private async writeKeys(
    tx: EntityManager,
    ids: readonly string[],
    files: readonly Woman[],
  ): Promise<Map<string, string[]>> {
    await statement(tx, `DELETE FROM near_keys WHERE womanId IN (${marks(ids)})`, ids);
    const keys = new Map(files.filter(isAlive).map((file) => [file.id, keysOf(file)]));
    const rows = [...keys].flatMap(([womanId, hers]) => hers.map((searchKey) => ({ womanId, searchKey })));
    if (rows.length > 0) await addRows(tx, NearKey, rows);
    return keys;
  }

  private async holders(rows: EntityManager, keys: readonly string[]): Promise<Map<string, string[]>> {
    const holders = new Map<string, string[]>();
    for (const some of inParts(keys, idsAtOnce)) {
      const query = `SELECT searchKey, womanId FROM near_keys WHERE searchKey IN (${marks(some)})`;
      const found = await statement<{ searchKey: string; womanId: string }[]>(rows, query, some);
      for (const { searchKey, womanId } of found) {
        const known = holders.get(searchKey);
        if (known) known.push(womanId);
        else holders.set(searchKey, [womanId]);
      }
    }
    for (const [key, those] of holders) if (those.length > holdersAtMost) holders.delete(key);
    return holders;
  }

  private async filesOf(rows: EntityManager, ids: readonly string[]): Promise<Map<string, Woman>> {
    const files = new Map<string, Woman>();
    for (const some of inParts([...new Set(ids)], idsAtOnce))
      for (const file of await readRows(rows, Woman, { id: some })) files.set(file.id, file);
    return files;
  }

  private keepBest(found: Map<string, NearPair>, one: Woman, other: Woman, likeness: Likeness): void {
    const { firstId, secondId } = inOrder(one.id, other.id);
    const regionCode = areaOf(one.villageCode, other.villageCode)!;
    found.set(bothOf({ firstId, secondId }), {
      ...{ id: newId(), firstId, secondId, regionCode, points: likeness.points, why: likeness.why },
      ...{ facts: factsOf(one, other), isOpen: true, foundAt: this.clock.now() },
      ...{ partedFacts: null, partedById: null, partedAt: null },
    });
  }

  /** A pair of which somebody said "two people" stays so while both files say the same of who she is. */
  private async writePairs(
    tx: EntityManager,
    ids: readonly string[],
    found: ReadonlyMap<string, NearPair>,
  ): Promise<void> {
    const before = await tx
      .createQueryBuilder(NearPair, 'pair')
      .where('pair.firstId IN (:...ids) OR pair.secondId IN (:...ids)', { ids })
      .getMany();
    const parted = new Map(
      before.filter(({ partedAt }) => partedAt !== null).map((pair) => [bothOf(pair), pair]),
    );
    const rows = [...found].map(([both, pair]) => {
      const known = parted.get(both);
      if (!known) return pair;
      const { id, partedFacts, partedById, partedAt } = known;
      return { ...pair, id, partedFacts, partedById, partedAt, isOpen: partedFacts !== pair.facts };
    });
    const gone = before.filter((pair) => pair.partedAt === null || found.has(bothOf(pair)));
    const goneIds = gone.map(({ id }) => id);
    for (const some of inParts(goneIds, idsAtOnce))
      await statement(tx, `DELETE FROM near_pairs WHERE id IN (${marks(some)})`, some);
    for (const some of inParts(rows, idsAtOnce)) await addRows(tx, NearPair, some);
    const known = new Set(before.filter(({ isOpen }) => isOpen).map(bothOf));
    const fresh = rows.filter((pair) => pair.isOpen && !known.has(bothOf(pair)));
    await this.tasks.tell(tx, new Set(fresh.map(({ regionCode }) => regionCode)));
  }
}

function bothOf({ firstId, secondId }: Pick<NearPair, 'firstId' | 'secondId'>): string {
  return `${firstId} ${secondId}`;
}

function isAlive({ mergedIntoId, erasedAt }: Woman): boolean {
  return mergedIntoId === null && erasedAt === null;
}

function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
