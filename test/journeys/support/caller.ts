/** Somebody who talks to the API; every answer that is not a success is an error that shows it. */
export class Caller {
  constructor(
    private readonly base: string,
    private readonly token?: string,
  ) {}

  static async signIn(base: string, code: string): Promise<{ caller: Caller; me: Me }> {
    const { token, me } = await new Caller(base).post<{ token: string; me: Me }>('/sign-ins', { code });
    return { caller: new Caller(base, token), me };
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  post<Answer>(path: string, body?: object): Promise<Answer> {
    return this.ask('POST', path, body);
  }

  put<Answer>(path: string, body: object): Promise<Answer> {
    return this.ask('PUT', path, body);
  }

  /** Sends a file as a browser's form does. */
  upload<Answer>(path: string, bytes: Buffer, name: string): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    return this.ask('POST', path, form);
  }

  private async ask<Answer>(method: string, path: string, body?: object | FormData): Promise<Answer> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.base}/api${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }
}

export interface Me {
  readonly name: string;
  readonly womanId: string | null;
  readonly roles: readonly { readonly role: string; readonly regionCode: string }[];
}
