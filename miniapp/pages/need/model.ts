import { families, familyNames, type Family } from '../../../server/needs/families.rules';
import { reaches, type NeedCard } from '../../../server/needs/needs.rules';
import type { components } from '../../api/schema';

/** A card that is still being tapped; some questions may have no answer yet. */
export interface Draft {
  readonly families: readonly Family[];
  readonly freeMonths: readonly number[];
  readonly farthestKm: number | null;
  readonly dayKind: NeedCard['dayKind'];
  readonly needsChildCare: boolean;
  readonly nearestFirst: boolean;
  readonly reading: NeedCard['reading'];
  readonly isBodyLimited: boolean;
}

export const blank: Draft = {
  families: [],
  freeMonths: [],
  farthestKm: null,
  dayKind: 'any',
  needsChildCare: false,
  nearestFirst: false,
  reading: 1,
  isBodyLimited: false,
};

/** The slack months of Harbin's countryside, when the fields are frozen. */
export const winter: readonly number[] = [1, 2, 3, 11, 12];

/** One question on each screen. */
export const questions = [
  '您想学什么？最想学的先点。',
  '哪几个月有空？',
  '最远能去哪儿上课？',
  '还有几件事，点一点就好。',
] as const;

/** What each screen says aloud: the question, and what there is to tap, in the order in which it stands. */
export function aloud(step: number): string {
  const choices = [
    families.map((family) => familyNames[family]),
    ['有空的月份，点一下'],
    reaches.map(({ name, about }) => `${name}，${about}`),
    ['孩子要不要人看', '哪天方便', '要不要先近的', '认不认字', '能不能干重活'],
  ];
  return [questions[step], ...(choices[step] ?? [])].join('。');
}

export const lastStep = questions.length - 1;

/** Tapping once puts it last, tapping again takes it out: so the order of tapping is the order of wish. */
export function toggle<Item>(chosen: readonly Item[], item: Item): Item[] {
  return chosen.includes(item) ? chosen.filter((one) => one !== item) : [...chosen, item];
}

/** Whether this screen's question has an answer. */
export function canGoOn(step: number, draft: Draft): boolean {
  return [draft.families.length > 0, draft.freeMonths.length > 0, draft.farthestKm !== null][step] ?? true;
}

/** What is sent. Only a finished draft has an answer to how far. */
export function cardOf(draft: Draft): components['schemas']['NeedCardDto'] {
  const { farthestKm, ...rest } = draft;
  return {
    ...rest,
    families: [...draft.families],
    freeMonths: [...draft.freeMonths],
    farthestKm: farthestKm ?? 1,
    source: 'herself',
  };
}

export function fromCard(card: components['schemas']['NeedCardView']): Draft {
  const { families, freeMonths, farthestKm, dayKind, nearestFirst, needsChildCare } = card;
  const { reading, isBodyLimited } = card;
  return { families, freeMonths, farthestKm, dayKind, nearestFirst, needsChildCare, reading, isBodyLimited };
}
