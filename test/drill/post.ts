import { request, type Agent } from 'node:http';

const answersWithinMs = 20_000;

/** Posts JSON and answers what came back. @throws when the server died under the request or said nothing in time. */
export function post(
  agent: Agent,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const all = {
      ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      ...headers,
    };
    const asked = request(
      url,
      { method: 'POST', agent, headers: all, timeout: answersWithinMs },
      (answer) => {
        let said = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
        answer.once('end', () => resolve({ status: answer.statusCode ?? 500, body: said }));
        answer.once('error', reject);
      },
    );
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', reject);
    asked.end(body);
  });
}
