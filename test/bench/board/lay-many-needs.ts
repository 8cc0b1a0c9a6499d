import type { Connection } from 'mysql2/promise';
import { families } from '../../../server/needs/families.rules';

/** An id in the shape of ours, different for each table and number. */
const idOf = (table: string, number: string) =>
  `CONCAT('0193${table}', LPAD(HEX(${number}), 7, '0'), '-7000-8000-', LPAD(HEX(${number} * 7919 % 1000003), 12, '0'))`;

/**
 * Lays two open needs for each woman over all villages of the city, inside the database itself: MariaDB's own sequences are
 * a hundred times faster than rows sent to it. Months, reaches, poverty and the age of cards are spread evenly.
 */
export async function layManyNeeds(connection: Connection, needs: number): Promise<void> {
  const women = `seq_1_to_${needs / 2}`;
  await connection.query('CREATE TEMPORARY TABLE village (place INT PRIMARY KEY, code VARCHAR(12))');
  await connection.query(
    `INSERT INTO village SELECT ROW_NUMBER() OVER (ORDER BY code) - 1, code FROM regions WHERE level = 'village'`,
  );
  const [[{ villages }]] = (await connection.query(
    'SELECT COUNT(*) AS villages FROM village',
  )) as unknown as [[{ villages: number }]];
  const herVillage = `JOIN village ON village.place = seq % ${villages}`;
  await connection.query(
    `INSERT INTO women (id, name, villageCode, isRegisteredPoor, isLeader, createdAt, enteredById)
     SELECT ${idOf('a', 'seq')}, '王秀英', village.code, seq * 7 % 9 < 4, 0, NOW(3), 'bench' FROM ${women} ${herVillage}`,
  );
  await connection.query(
    `INSERT INTO need_cards (womanId, freeMonthBits, dayKind, farthestKm, nearestFirst, needsChildCare, reading,
            isBodyLimited, source, enteredById, confirmedAt)
     SELECT ${idOf('a', 'seq')}, seq * 2654435761 % 4095 + 1, 'any', ELT(1 + seq % 4, 5, 20, 60, 300), 0, 0, 1, 0,
            'visit', 'bench', '2026-11-20 02:00:00' - INTERVAL seq % 400 DAY FROM ${women}`,
  );
  const names = families.map((family) => `'${family}'`).join(', ');
  for (const [wish, table] of [
    [1, 'b'],
    [2, 'c'],
  ] as const)
    await connection.query(
      `INSERT INTO needs (id, womanId, villageCode, family, wish, state, since)
       SELECT ${idOf(table, 'seq')}, ${idOf('a', 'seq')}, village.code,
              ELT(1 + (seq + ${wish - 1} * (1 + seq % 5)) % ${families.length}, ${names}), ${wish}, 'open', NOW(3)
         FROM ${women} ${herVillage}`,
    );
}
