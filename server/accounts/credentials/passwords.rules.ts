import type { Refused } from '../../http/refusals';

export const shortestPassword = 10;
export const longestPassword = 128;

/** The commonest passwords of ten letters and more begin or end with one of these; what is left must be long enough. */
const worn =
  /password|passw0rd|qwerty|asdfgh|zxcvbn|1q2w3e|4r5t6y|1qaz|2wsx|3edc|iloveyou|woaini|wodemima|mima|admin|letmein|welcome|superman|football|baseball|dragon|monkey|sunshine|princess|fulian|funv|jinguo|harbin|haerbin|heilongjiang|aini1314|5201314|1314520|888888|666666|123123|112233|147258|abc123|a1b2c3/g;

const runs = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];
const shortestRest = 6;

/** A login name: small letters, digits, stroke and dot, beginning with a letter; never a number that could be a phone's. */
export function isLogin(login: string): boolean {
  return /^[a-z][a-z0-9._-]{2,29}$/.test(login);
}

/**
 * Whether a password of enough letters is too easy to guess: a common one, few different letters, a row of the keyboard,
 * something said twice, or the login name; each also with a few letters around it.
 */
export function decidePassword(password: string, login: string): { fits: true } | Refused {
  const weak: Refused = { refused: 'password.weak' };
  const letters = [...password.toLowerCase().replace(/@/g, 'a').replace(/\$/g, 's')];
  if (letters.length < shortestPassword) return weak;
  if (new Set(letters).size < 5) return weak;
  const text = letters.join('');
  const rest = withoutRuns(text.split(login).join('').replace(worn, ''));
  if ([...rest].length < shortestRest || new Set(rest).size < 4) return weak;
  if (/^(.{1,8})\1+$/u.test(text)) return weak;
  return { fits: true };
}

/** Takes out every piece of four or more letters that stand side by side in a well-known row. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    const length = runAt(text, at);
    if (length >= 4) at += length;
    else rest += text[at++];
  }
  return rest;
}

function runAt(text: string, at: number): number {
  let longest = 0;
  for (const row of runs) {
    let length = 1;
    while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
