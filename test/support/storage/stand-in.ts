import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { sign } from 'aws4';

const storageKeys = { accessKeyId: 'standin', secretAccessKey: 'the-secret-of-the-storage' } as const;

export interface StorageStandIn {
  readonly settings: Readonly<Record<string, string>>;
  /** By their keys. */
  readonly kept: ReadonlyMap<string, Buffer>;
  /** The next requests are answered with this status. */
  failNext(status: number, times?: number): void;
  close(): Promise<void>;
}

/**
 * Speaks S3 as far as it is used: PUT, GET and DELETE of one object, each signed (signature v4, checked by another
 * program's signing), the body against its signed hash.
 */
export async function startStorage(): Promise<StorageStandIn> {
  const kept = new Map<string, Buffer>();
  const faults: number[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const key = (request.url ?? '').replace('/bucket/', '');
      const fault = faults.shift();
      if (fault !== undefined) return void response.writeHead(fault).end();
      if (!isSigned(request, body)) return void response.writeHead(403).end();
      if (request.method === 'PUT') kept.set(key, body);
      if (request.method === 'DELETE') kept.delete(key);
      const found = kept.get(key);
      if (request.method === 'GET') return void response.writeHead(found ? 200 : 404).end(found);
      response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    settings: {
      ...{ S3_URL: `http://127.0.0.1:${address.port}/bucket`, S3_REGION: 'ap-shanghai' },
      ...{ S3_ACCESS_KEY_ID: storageKeys.accessKeyId, S3_SECRET_ACCESS_KEY: storageKeys.secretAccessKey },
    },
    kept,
    failNext: (status, times = 1) => faults.push(...Array.from({ length: times }, () => status)),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const hash = String(headers['x-amz-content-sha256']);
  if (hash !== createHash('sha256').update(body).digest('hex')) return false;
  const asked = sign(
    {
      ...{ service: 's3', region: 'ap-shanghai', method: String(method), path: url ?? '/' },
      headers: {
        ...{ Host: String(headers.host), 'X-Amz-Date': String(headers['x-amz-date']) },
        'X-Amz-Content-Sha256': hash,
      },
    },
    storageKeys,
  );
  const signatureIn = (text: unknown) => /Signature=([0-9a-f]+)/.exec(String(text))?.[1];
  return signatureIn(asked.headers?.Authorization) === signatureIn(headers.authorization);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
