import type { SelectQueryBuilder, ObjectLiteral } from 'typeorm';
import { Brackets } from 'typeorm';

/**
 * The subtrees in which an actor may act. A region's code begins with the codes of all regions above it,
 * so a subtree is a prefix, and the scope is part of the query, never a filter after it.
 */
export class Scope {
  constructor(readonly prefixes: readonly string[]) {}

  /** Whether the region lies in the scope. */
  admits(regionCode: string): boolean {
    return this.prefixes.some((prefix) => regionCode.startsWith(prefix));
  }

  /** Whether some of the region's subtree lies in the scope, from above or from below. */
  touches(regionCode: string): boolean {
    return this.prefixes.some((prefix) => regionCode.startsWith(prefix) || prefix.startsWith(regionCode));
  }

  /** Keeps only the rows whose region column lies in the scope; an empty scope keeps none. */
  narrow<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, column: string): SelectQueryBuilder<Row> {
    if (this.prefixes.length === 0) return query.andWhere('1 = 0');
    return query.andWhere(
      new Brackets((either) => {
        this.prefixes.forEach((prefix, index) =>
          either.orWhere(`${column} LIKE :scope${index}`, { [`scope${index}`]: `${prefix}%` }),
        );
      }),
    );
  }

  /** The same, and the regions above hers as well: what was done for the whole city was done for her county too. */
  around<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, column: string): SelectQueryBuilder<Row> {
    if (this.prefixes.length === 0) return query.andWhere('1 = 0');
    const above = [
      ...new Set(this.prefixes.flatMap((prefix) => [4, 6, 9].map((length) => prefix.slice(0, length)))),
    ];
    return query.andWhere(
      new Brackets((either) => {
        either.where(`${column} IN (:...scopeAbove)`, { scopeAbove: above });
        this.prefixes.forEach((prefix, index) =>
          either.orWhere(`${column} LIKE :scopeBelow${index}`, { [`scopeBelow${index}`]: `${prefix}%` }),
        );
      }),
    );
  }

  /** The same for hand-written SQL: a clause and its values. */
  clause(column: string): { sql: string; values: string[] } {
    if (this.prefixes.length === 0) return { sql: '1 = 0', values: [] };
    return {
      sql: `(${this.prefixes.map(() => `${column} LIKE ?`).join(' OR ')})`,
      values: this.prefixes.map((prefix) => `${prefix}%`),
    };
  }
}
