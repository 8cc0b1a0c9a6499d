import { createServer } from 'node:http';
import { createPool, type RowDataPacket } from 'mysql2/promise';

/** The same answers from Node's own http and mysql2, one statement each, and nothing else: no checks and no classes. */
interface Row extends RowDataPacket {
  [column: string]: unknown;
}

const { hostname, port, pathname } = new URL(process.argv[2]!);
const pool = createPool({
  ...{ host: hostname, port: Number(port), user: 'root', database: pathname.slice(1) },
  ...{ charset: 'utf8mb4', timezone: 'Z', connectionLimit: 16, dateStrings: ['DATE'] },
});
const kindNames: Readonly<Record<string, string>> = { policy: '政策', notice: '通知', story: '典型故事' };

const columns = `a.id, a.womanId, a.isPinned, a.publishedAt, r.kind, r.title, r.summary, r.cover, r.coverFileId, r.source,
  r.documentNumber, r.validFrom, r.validUntil, r.regionCode, r.areas`;
const joined = `FROM shelf s JOIN articles a ON a.id = s.articleId
  JOIN article_revisions r ON r.articleId = a.id AND r.number = a.publishedRevision`;

async function list(): Promise<object[]> {
  const sql = `SELECT ${columns} ${joined} ORDER BY s.isPinned DESC, s.number DESC LIMIT 100`;
  return (await pool.query<Row[]>(sql))[0].map(summaryOf);
}

async function article(id: string): Promise<object> {
  const sql = `SELECT ${columns}, r.courseIds, r.concern, r.audioFileId, r.blocks ${joined} WHERE s.articleId = ?`;
  const [row] = (await pool.query<Row[]>(sql, [id]))[0];
  return { ...summaryOf(row!), courseIds: parsed(row!.courseIds) ?? [], ...told(row!) };
}

function summaryOf(row: Row): object {
  const { id, isPinned, publishedAt, kind, title, summary, cover, coverFileId, source } = row;
  const { documentNumber, validFrom, validUntil, regionCode } = row;
  return {
    ...{ id, kind, kindName: kindNames[kind as string], title, summary, cover, coverFileId, source },
    ...{ documentNumber, validFrom, validUntil, regionCode, areas: parsed(row.areas) ?? [regionCode] },
    ...{ isPinned: isPinned === 1, publishedAt, isOfAWoman: row.womanId !== null },
  };
}

const told = ({ concern, audioFileId, blocks }: Row) => ({
  ...{ concern: parsed(concern), audioFileId, blocks: parsed(blocks) },
});

const parsed = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : json);

const server = createServer((request, response) => {
  const id = request.url!.split('/')[3];
  (id === undefined ? list() : article(id)).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
