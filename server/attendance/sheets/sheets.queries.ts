import { In, type EntityManager } from 'typeorm';
import { SessionSheet, SheetPhoto } from './sheet.entity';

/** The photographs of all sheets of these half days, the earliest first. */
export async function photosOf(
  rows: EntityManager,
  sessionIds: readonly string[],
): Promise<(SheetPhoto & { sessionId: string })[]> {
  if (sessionIds.length === 0) return [];
  const sheets = await rows.findBy(SessionSheet, { sessionId: In([...sessionIds]) });
  if (sheets.length === 0) return [];
  const sessionOf = new Map(sheets.map(({ id, sessionId }) => [id, sessionId]));
  const photos = await rows.find(SheetPhoto, {
    where: { sheetId: In([...sessionOf.keys()]) },
    order: { at: 'ASC', id: 'ASC' },
  });
  return photos.map((photo) => ({ ...photo, sessionId: sessionOf.get(photo.sheetId)! }));
}

export async function countPhotos(
  rows: EntityManager,
  sessionIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { sessionId } of await photosOf(rows, sessionIds))
    counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1);
  return counts;
}
