/** What is made on the phone and must reach the server: a mark, or a woman who walked in. */
export interface Sendable {
  readonly id: string;
}

/** One of them that the server has not kept yet. A refused one stays visible with its reason. */
export interface Waiting<Item extends Sendable> {
  readonly item: Item;
  /** What to call it on the screen, also when the list it came from no longer has it. */
  readonly name?: string;
  readonly refused?: string;
}

interface Answer {
  readonly id: string;
  readonly isKept: boolean;
  readonly message?: string;
}

/** Puts one at the end, before the screen changes. */
export function withItem<Item extends Sendable>(
  box: readonly Waiting<Item>[],
  item: Item,
  name: string,
): Waiting<Item>[] {
  return [...box, { item, name }];
}

/** What to send next, oldest first. */
export function toSend<Item extends Sendable>(box: readonly Waiting<Item>[], atOnce: number): Item[] {
  return box
    .filter(({ refused }) => refused === undefined)
    .slice(0, atOnce)
    .map(({ item }) => item);
}

/** Only answered ones leave: kept ones go, refused ones stay with their reason, unanswered ones wait. */
export function afterAnswers<Item extends Sendable>(
  box: readonly Waiting<Item>[],
  answers: readonly Answer[],
): Waiting<Item>[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return box.flatMap((waiting) => {
    const answer = byId.get(waiting.item.id);
    if (!answer) return [waiting];
    return answer.isKept ? [] : [{ ...waiting, refused: answer.message ?? '没有收下' }];
  });
}

/** How many still wait to be sent. */
export function countWaiting(box: readonly Waiting<Sendable>[]): number {
  return box.filter(({ refused }) => refused === undefined).length;
}

/** Takes a refused one off the phone, once the trainer has seen why. */
export function withoutRefused<Item extends Sendable>(
  box: readonly Waiting<Item>[],
  id: string,
): Waiting<Item>[] {
  return box.filter(({ item, refused }) => refused === undefined || item.id !== id);
}
