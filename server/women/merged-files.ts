import type { EntityManager } from 'typeorm';
import { readSome } from '../database/plain-rows';
import { Woman } from './woman.entity';

/** These files and all that were merged into them, one after the other: what is hers stands under any of them. */
export async function withMerged(rows: EntityManager, womanIds: readonly string[]): Promise<string[]> {
  const all = new Set(womanIds);
  for (let next = [...all]; next.length > 0;) {
    const merged = await readSome(rows, Woman, ['id'], { mergedIntoId: next });
    next = merged.map(({ id }) => id).filter((id) => !all.has(id));
    for (const id of next) all.add(id);
  }
  return [...all];
}
