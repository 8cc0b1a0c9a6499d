import { sayDate } from '../calendar/days.rules';

/** What a message is filled with. */
export interface MessageFacts {
  readonly title: string;
  /** The day that matters, `YYYY-MM-DD`. */
  readonly day: string;
  readonly note: string;
}

/** A template of the console: its id, and which fact goes into which of its keys (`thing1`). */
export interface MessageTemplate {
  readonly id: string;
  readonly fields: Readonly<Record<string, keyof MessageFacts>>;
}

const facts: readonly string[] = ['title', 'day', 'note'] satisfies (keyof MessageFacts)[];

/** The longest text of each kind of field, in characters. */
const room = { thing: 20, phrase: 5, name: 10, character_string: 32 } as const;
const dated = ['date', 'time'] as const;
const kindOf = (key: string) => /^([a-z_]+?)\d+$/.exec(key)?.[1];

/**
 * Reads `KIND=TEMPLATE:thing1=title,date2=day` separated by blanks.
 *
 * @returns the templates by kind, or the sentence that says what is wrong.
 */
export function readTemplates<Kind extends string>(
  text: string,
  kinds: readonly Kind[],
  isKey: (key: string, fact: string) => boolean,
): Partial<Record<Kind, MessageTemplate>> | string {
  const found: Partial<Record<Kind, MessageTemplate>> = {};
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const [, kindName, id, rest] = /^(\w+)=([\w-]+):(.+)$/.exec(part) ?? [];
    const kind = kinds.find((one) => one === kindName);
    if (!kind || !id || !rest)
      return `"${part}" is not KIND=TEMPLATE:key=fact, with a KIND of ${kinds.join(', ')}`;
    const fields: Record<string, keyof MessageFacts> = {};
    for (const [key = '', fact = ''] of rest.split(',').map((pair) => pair.split('='))) {
      if (!facts.includes(fact) || !isKey(key, fact))
        return `"${key}=${fact}" of ${kind} cannot be: facts are ${facts.join(', ')}, and a date takes day alone`;
      fields[key] = fact as keyof MessageFacts;
    }
    found[kind] = { id, fields };
  }
  return found;
}

/** Which key of a subscribe template may hold which fact. */
export function isSubscribeKey(key: string, fact: string): boolean {
  const kind = kindOf(key) ?? '';
  const isDated = dated.some((one) => one === kind);
  return isDated ? fact === 'day' : kind === 'thing' || (fact !== 'day' && kind in room);
}

/**
 * The fields of a message, each as WeChat takes it; the key of a field that cannot be filled so, and nothing is sent.
 */
export function fill(
  { fields }: MessageTemplate,
  given: MessageFacts,
): { fields: Record<string, string> } | { broken: string } {
  const filled: Record<string, string> = {};
  for (const [key, fact] of Object.entries(fields)) {
    const text = fieldOf(kindOf(key) ?? '', fact === 'day' ? sayDate(given.day) : given[fact]);
    if (text === undefined) return { broken: key };
    filled[key] = text;
  }
  return { fields: filled };
}

function fieldOf(kind: string, text: string): string | undefined {
  const plain = [...text.replace(/\s+/g, ' ').trim()].filter((one) => one.length === 1).join('');
  if (dated.some((one) => one === kind)) return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(plain) ? plain : undefined;
  const most = room[kind as keyof typeof room];
  if (most === undefined || plain === '') return undefined;
  if (kind === 'character_string') return /^[\x21-\x7e]{1,32}$/.test(plain) ? plain : undefined;
  if (kind === 'phrase' || kind === 'name')
    return new RegExp(`^\\p{Script=Han}{1,${most}}$`, 'u').test(plain) ? plain : undefined;
  return shorten(plain, most);
}

/**
 * A title in so many characters: what tells two batches apart often stands in brackets at its end, so that part stays.
 * `寒地大棚蔬菜种植与管理技术培训班（第二期）` → `寒地大棚蔬菜种植与管理技术培…（第二期）`
 */
export function shorten(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const tail = /[（(][^（()）]{1,8}[)）]$/.exec(text)?.[0] ?? '';
  const head = most - 1 - [...tail].length;
  return head < 4 ? `${letters.slice(0, most - 1).join('')}…` : `${letters.slice(0, head).join('')}…${tail}`;
}
