import { carry } from '../../api/carry';

/** Somebody a visitor of the demo can be. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly about: string;
}

const path = '/api/demo/people';

/** The demo's people; none where the server runs no demo, as in production. */
export async function demoPeople(): Promise<DemoPerson[]> {
  try {
    const { statusCode, data } = await carry({ path });
    return statusCode === 200 ? (data as DemoPerson[]) : [];
  } catch {
    return [];
  }
}

/** A login code for one of them, as WeChat would give it. */
export async function codeFor(key: string): Promise<string> {
  const { data } = await carry({ path: `${path}/${key}/code`, method: 'POST' });
  return (data as { code: string }).code;
}
