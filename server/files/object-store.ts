import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { ObjectStoreSettings } from '../../config/cloud-settings';
import { FileStore } from './file-store';

const withinMs = 20_000;
/** Each may be asked again: bytes once put are never changed. */
const tries = 3;

/** Files in S3-compatible storage (Tencent COS, MinIO …): a container keeps no disk. */
export class ObjectStore extends FileStore {
  private readonly client: AwsClient;

  constructor(private readonly settings: ObjectStoreSettings) {
    super();
    const { accessKeyId, secretAccessKey, region } = settings;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: tries - 1 });
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const response = await this.ask('PUT', key, bytes);
    await response.body?.cancel();
    if (!response.ok) throw refused('PUT', response);
  }

  async get(key: string): Promise<Buffer | null> {
    const response = await this.ask('GET', key);
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    await response.body?.cancel();
    if (response.status === 404) return null;
    throw refused('GET', response);
  }

  async remove(key: string): Promise<void> {
    const response = await this.ask('DELETE', key);
    await response.body?.cancel();
    if (!response.ok && response.status !== 404) throw refused('DELETE', response);
  }

  /** The body's own hash is signed with the rest, so that what arrives changed is refused. */
  private ask(method: string, key: string, body?: Buffer): Promise<Response> {
    return this.client.fetch(`${this.settings.url}/${this.checked(key)}`, {
      method,
      headers: {
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      ...(body && { body: new Uint8Array(body) }),
      signal: AbortSignal.timeout(withinMs),
    });
  }
}

function refused(method: string, { status }: Response): Error {
  return new Error(`the object storage answered ${method} with ${status}`);
}
