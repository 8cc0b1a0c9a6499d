import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import {
  createPool,
  type Pool,
  type PoolConnection,
  type ResultSetHeader,
  type RowDataPacket,
} from 'mysql2/promise';

/**
 * What the server is measured against: Node's own http and mysql2, the same statements in the same order, the same
 * answers, and nothing else: no checks of input, no refusals, no classes.
 */
interface Row extends RowDataPacket {
  [column: string]: unknown;
}

const { hostname, port, pathname } = new URL(process.argv[2]!);
const pool = createPool({
  ...{ host: hostname, port: Number(port), user: 'root', database: pathname.slice(1) },
  ...{ charset: 'utf8mb4', timezone: 'Z', connectionLimit: 16, supportBigNumbers: true },
});
const nameOf = new Map<string, string>();

async function rows(at: Pool | PoolConnection, sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await at.query<Row[]>(sql, values))[0];
}

async function actorOf(authorization: string | undefined): Promise<Row | undefined> {
  if (!authorization) return undefined;
  const tokenHash = createHash('sha256').update(authorization.slice('Bearer '.length)).digest('hex');
  const [actor] = await rows(
    pool,
    `SELECT a.id, a.name, a.womanId, a.trainerId, s.id AS signInId, s.kind, s.expiresAt, s.lastSeenAt,
            r.role, r.regionCode, g.regionCode AS glassRegion, g.until AS glassUntil
       FROM sign_ins s
       JOIN accounts a ON a.id = s.accountId AND a.suspendedAt IS NULL
       LEFT JOIN account_roles r ON r.accountId = a.id
       LEFT JOIN break_glasses g ON g.accountId = a.id AND g.isOpen = 1 WHERE s.tokenHash = ?`,
    [tokenHash],
  );
  return actor;
}

async function wholeBatches(where: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const batches = await rows(pool, `SELECT * FROM batches WHERE ${where}`, values);
  const ids = (key: string) => [[...new Set(batches.map((batch) => batch[key]))]];
  const [courses, trainers, venues, sessions] = await Promise.all([
    rows(pool, 'SELECT * FROM courses WHERE id IN (?)', ids('courseId')),
    rows(pool, 'SELECT * FROM trainers WHERE id IN (?)', ids('trainerId')),
    rows(pool, 'SELECT * FROM venues WHERE id IN (?)', ids('venueId')),
    rows(pool, 'SELECT * FROM sessions WHERE batchId IN (?)', ids('id')),
  ]);
  const by = (list: Row[]) => new Map(list.map((row) => [row.id as string, row]));
  const [courseOf, trainerOf, venueOf] = [by(courses), by(trainers), by(venues)];
  const sessionsOf = new Map<string, { id: string; heldOn: string; half: string }[]>();
  for (const { batchId, id, heldOn, half } of sessions) {
    const list = sessionsOf.get(batchId as string) ?? [];
    list.push({ id: id as string, heldOn: day(heldOn), half: half as string });
    sessionsOf.set(batchId as string, list);
  }
  return batches.map((batch) => {
    const course = courseOf.get(batch.courseId as string)!;
    const venue = venueOf.get(batch.venueId as string)!;
    const code = venue.regionCode as string;
    return {
      id: batch.id,
      title: course.title,
      family: course.family,
      summary: course.summary,
      reading: course.reading,
      isHeavy: course.isHeavy === 1,
      state: batch.state,
      stateName: '报名中',
      admission: batch.admission,
      countyCode: batch.countyCode,
      countyName: nameOf.get(batch.countyCode as string),
      trainerName: trainerOf.get(batch.trainerId as string)!.name,
      venueName: venue.name,
      venueRegionName: pathNameOf(code),
      venueRegionCode: code,
      venueAddress: venue.address,
      capacity: batch.capacity,
      minimum: batch.minimum,
      taken: batch.taken,
      startsOn: day(batch.startsOn),
      endsOn: day(batch.endsOn),
      signUpUntil: batch.signUpUntil,
      cancelReason: batch.cancelReason,
      sessions: sessionsOf.get(batch.id as string) ?? [],
    };
  });
}

const pathNames = new Map<string, string>();

function pathNameOf(code: string): string {
  const known = pathNames.get(code);
  if (known !== undefined) return known;
  const name = [6, 9, 12].map((length) => nameOf.get(code.slice(0, length))).join(' ');
  pathNames.set(code, name);
  return name;
}

const day = (value: unknown) => (value as Date).toISOString().slice(0, 10);

async function enrol(batchId: string, authorization: string | undefined): Promise<object> {
  const actor = (await actorOf(authorization))!;
  const womanId = actor.womanId as string;
  await rows(pool, 'SELECT * FROM women WHERE id = ?', [womanId]);
  const [whole] = await wholeBatches('id = ?', [batchId]);
  await rows(pool, 'SELECT * FROM need_cards WHERE womanId = ?', [womanId]);
  const tx = await pool.getConnection();
  try {
    await tx.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
    await tx.query('START TRANSACTION');
    const [batch] = await rows(tx, 'SELECT * FROM batches WHERE id = ? FOR UPDATE', [batchId]);
    await rows(tx, 'SELECT * FROM women WHERE id = ? FOR UPDATE', [womanId]);
    await rows(tx, 'SELECT * FROM enrolments WHERE womanId = ? AND batchId = ? LIMIT 1', [womanId, batchId]);
    await rows(
      tx,
      `SELECT c.title, s.heldOn, s.half FROM enrolments e
         JOIN batches b ON b.id = e.batchId AND b.state <> 'cancelled' JOIN courses c ON c.id = b.courseId
         JOIN sessions s ON s.batchId = b.id
        WHERE e.womanId = ? AND e.batchId <> ? AND e.state IN ('offered', 'enrolled') AND s.heldOn IN (?)`,
      [womanId, batchId, (whole!.sessions as { heldOn: string }[]).map(({ heldOn }) => heldOn)],
    );
    await rows(tx, "SELECT 1 FROM enrolments WHERE batchId = ? AND state = 'waiting' LIMIT 1", [batchId]);
    const now = new Date();
    const id = randomUUID();
    await tx.query<ResultSetHeader>(
      'UPDATE batches SET taken = taken + 1 WHERE id = ? AND taken < capacity',
      [batchId],
    );
    await tx.query(
      'INSERT INTO enrolment_changes (id, enrolmentId, fromState, toState, byAccountId, reason, at) VALUES (?)',
      [[randomUUID(), id, null, 'enrolled', actor.id, '本人报名', now]],
    );
    const [course] = await rows(tx, 'SELECT * FROM courses WHERE id = ? LIMIT 1', [batch!.courseId]);
    await tx.query('INSERT INTO notices (id, womanId, event, batchId, sentence, createdAt) VALUES (?)', [
      [randomUUID(), womanId, 'enrolled', batchId, `您已被“${String(course!.title)}”录取。`, now],
    ]);
    await tx.query(
      `INSERT INTO enrolments (id, womanId, batchId, state, offerUntil, priority, waitingSince, createdAt, changedAt)
       VALUES (?)`,
      [[id, womanId, batchId, 'enrolled', null, 0, null, now, now]],
    );
    await tx.query('COMMIT');
    const abilities = { apply: false, accept: false, decline: false, giveUp: true };
    const sentence = '您已被录取，别忘了来。';
    return { enrolmentId: id, state: 'enrolled', stateName: '已录取', sentence, offerUntil: null, abilities };
  } finally {
    tx.release();
  }
}

async function herCourses(authorization: string | undefined): Promise<object> {
  const { womanId } = (await actorOf(authorization))!;
  await rows(pool, 'SELECT * FROM women WHERE id = ?', [womanId]);
  const mine = await rows(
    pool,
    'SELECT * FROM enrolments WHERE womanId = ? ORDER BY changedAt DESC, id DESC',
    [womanId],
  );
  if (mine.length === 0) return [];
  const whole = await wholeBatches('id IN (?)', [mine.map(({ batchId }) => batchId as string)]);
  return mine.map(({ id, state, offerUntil, batchId }) => ({
    ...{
      enrolmentId: id as string,
      state: state as string,
      stateName: '已录取',
      sentence: '您已被录取，别忘了来。',
    },
    ...{ offerUntil: offerUntil as null, before: null },
    abilities: { apply: false, accept: false, decline: false, giveUp: true },
    batch: whole.find((batch) => batch.id === batchId),
  }));
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => {
    if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const { authorization } = request.headers;
    const parts = request.url!.split('/');
    const living = "state IN ('open', 'closed', 'running') ORDER BY startsOn, id LIMIT 500";
    const answer =
      request.method === 'POST'
        ? enrol(parts[3]!, authorization)
        : parts[2] === 'women'
          ? herCourses(authorization)
          : wholeBatches(living, []);
    answer.then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});

void rows(pool, 'SELECT code, name FROM regions').then((regions) => {
  for (const { code, name } of regions) nameOf.set(code as string, name as string);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address) process.stdout.write(`http://127.0.0.1:${address.port}\n`);
  });
});
