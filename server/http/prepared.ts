import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer made once for many: its bytes, how they travel shorter, and the name of exactly these bytes. */
export interface Prepared {
  readonly tag: string;
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

/** Shorter ones fit into one packet as they are. */
const worthPacking = 1_200;
const packGzip = promisify(gzip);
const packBr = promisify(brotliCompress);

export async function prepare(answer: object): Promise<Prepared> {
  const plain = Buffer.from(JSON.stringify(answer));
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  if (plain.length < worthPacking) return { tag, plain, br: undefined, gzip: undefined };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  return { tag, plain, br: await packBr(plain, quality), gzip: await packGzip(plain) };
}

/**
 * What to send to this request: nothing but 304 when it names what it has, else the bytes as it can read them. The
 * answer may be kept, but must be asked for again each time: what was withdrawn is gone at once.
 */
export function sent(
  { tag, plain, br, gzip: zipped }: Prepared,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Buffer | undefined {
  const accepts = headers['accept-encoding'] ?? '';
  const [encoding, bytes] =
    br && /\bbr\b/.test(accepts)
      ? (['br', br] as const)
      : zipped && /\bgzip\b/.test(accepts)
        ? (['gzip', zipped] as const)
        : ([undefined, plain] as const);
  // A strong tag names bytes as they travel, so each packing has its own.
  const etag = `"${tag}${encoding ? `-${encoding}` : ''}"`;
  void reply.headers({ etag, 'cache-control': 'public, no-cache', vary: 'accept-encoding' });
  if (namesIt(headers['if-none-match'], etag)) {
    void reply.status(304);
    return undefined;
  }
  if (encoding) void reply.header('content-encoding', encoding);
  void reply.header('content-type', 'application/json; charset=utf-8');
  return bytes;
}

/** By the weak comparison, as RFC 9110 asks of If-None-Match. */
function namesIt(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false;
  return asked.trim() === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
