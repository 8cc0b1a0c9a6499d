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

  private async ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.base}/api${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
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
