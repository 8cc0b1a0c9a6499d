import { MoreThan, type EntityManager } from 'typeorm';
import { ImportPart } from './import.entity';

/** The parts in which there are near matches, in the order of the file, without their cells. */
export function nearParts(
  rows: EntityManager,
  importId: string,
): Promise<Pick<ImportPart, 'id' | 'judged'>[]> {
  return rows.find(ImportPart, {
    select: { id: true, judged: true },
    where: { importId, nearRows: MoreThan(0) },
    order: { place: 'ASC' },
  });
}
