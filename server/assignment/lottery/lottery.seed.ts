import { createHash } from 'node:crypto';

/** What is published before sign-up closes: it binds the secret and tells nothing of it. */
export function commitmentTo(secret: string): string {
  return sha256(secret);
}

/** The seed of the run: the secret of the server and a draw that nobody in the federation can choose. */
export function seedFrom(secret: string, issue: string, number: string): string {
  return sha256(`${secret}\n${issue} ${number}`);
}

/** For dry runs before the draw: as good a lottery, but not the one that will count, so that it gives nothing away. */
export function seedBeforeDraw(secret: string): string {
  return sha256(`${secret}\nbefore the draw`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
