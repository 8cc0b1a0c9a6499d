import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A view as it arrives: dates are text. */
export type Sent<View> = View extends Date
  ? string
  : View extends object
    ? { [Key in keyof View]: Sent<View[Key]> }
    : View;

export interface Answer<View> {
  readonly status: number;
  /** What was sent as JSON; of a file its bytes. */
  readonly body: Sent<View>;
  /** Of a refusal. */
  readonly code: string | undefined;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Somebody with a phone or a browser: asks the API under her own sign-in, or under none. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly token?: string,
    readonly openid = '',
    private readonly address?: string,
    private readonly userAgent?: string,
  ) {}

  /** The same person asking from this address. */
  from(address: string | undefined): Caller {
    return new Caller(this.app, this.token, this.openid, address, this.userAgent);
  }

  /** The same person with a browser that calls itself so. */
  under(userAgent: string): Caller {
    return new Caller(this.app, this.token, this.openid, this.address, userAgent);
  }

  get<View = unknown>(path: string): Promise<Answer<View>> {
    return this.ask('GET', path);
  }

  post<View = unknown>(path: string, body?: object): Promise<Answer<View>> {
    return this.ask('POST', path, body);
  }

  put<View = unknown>(path: string, body: object): Promise<Answer<View>> {
    return this.ask('PUT', path, body);
  }

  delete(path: string): Promise<Answer<unknown>> {
    return this.ask('DELETE', path);
  }

  ask<View>(method: Method, path: string, body?: object): Promise<Answer<View>> {
    return this.send(method, path, body && JSON.stringify(body), 'application/json');
  }

  /** Sends a photograph as a form does. */
  upload<View>(path: string, photo: Buffer, name = 'photo.jpg'): Promise<Answer<View>> {
    const boundary = 'a-boundary-of-the-form';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="photo"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.send('POST', path, body, `multipart/form-data; boundary=${boundary}`);
  }

  /** Sends any bytes under any name, as a broken program would. */
  async send<View>(
    method: Method,
    path: string,
    payload: string | Buffer | undefined,
    contentType: string,
  ): Promise<Answer<View>> {
    const answer = await this.app.inject({
      method,
      url: `/api${path}`,
      ...(this.address !== undefined && { remoteAddress: this.address }),
      headers: {
        ...(this.userAgent !== undefined && { 'user-agent': this.userAgent }),
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(payload !== undefined && { 'content-type': contentType }),
      },
      payload,
    });
    const isJson = String(answer.headers['content-type'] ?? '').startsWith('application/json');
    const body = (isJson ? JSON.parse(answer.body) : answer.rawPayload) as Sent<View>;
    const code = answer.statusCode >= 400 ? (body as { code?: string }).code : undefined;
    return { status: answer.statusCode, body, code };
  }
}

/** The body of an answer that must not be a refusal. */
export function granted<View>({ status, body }: Answer<View>): Sent<View> {
  if (status >= 400) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}
