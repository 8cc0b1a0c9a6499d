import loadHighs, { type Highs } from 'highs';
import type { Instance, Plan } from './instance';
import { Timetable } from './timetable';

/** Beyond so many pairs of women and batches the program is not even written. */
const mostPairs = 12_000;

export interface Exact {
  /** The best plan that was found; undefined where none was, or where its batches could not be given windows. */
  readonly plan: Plan | undefined;
  /** No plan serves more than this. */
  readonly bound: number;
}

/** Windows in which the same places and trainers are free are one kind: how many there are of it. */
interface Kind {
  readonly time: number;
  readonly count: number;
  readonly example: number;
}

let solver: Promise<Highs> | undefined;

/**
 * The same question as an integer program, solved by HiGHS within its time. Batches of a kind of window can be given windows
 * of their own whenever no place and no trainer has more of them than the kind has windows: places and trainers are a
 * bipartite graph, and its edges can be coloured in as many colours as its busiest corner has (König 1916).
 *
 * @returns undefined where the program is too large, or no answer came in time.
 */
export async function exact(instance: Instance, seconds: number): Promise<Exact | undefined> {
  const program = write(instance);
  if (!program) return undefined;
  const highs = await (solver ??= loadHighs());
  const solution = highs.solve(program.text, {
    ...{ time_limit: seconds, output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99 },
  });
  if (solution.Status !== 'Optimal') return undefined;
  const columns = solution.Columns as Readonly<Record<string, { Primal: number }>>;
  const valueOf = (name: string) => Math.round(columns[name]?.Primal ?? 0);
  // Women are whole: what is less than one from the optimum is the optimum.
  return { plan: read(instance, program, valueOf), bound: Math.round(solution.ObjectiveValue) };
}

interface Program {
  readonly text: string;
  /** Of each offer, the groups that may sit in it. */
  readonly pairs: readonly { readonly group: number; readonly offer: number }[];
  readonly openings: readonly { readonly offer: number; readonly kind: number }[];
}

function write(instance: Instance): Program | undefined {
  const { groups, offers, minimum, budget, trainers, placeFree } = instance;
  const kinds = kindsOf(instance);
  const openings = offers.flatMap(({ time, place, isClosed }, offer) =>
    isClosed
      ? []
      : kinds.flatMap((kind, at) =>
          kind.time === time && placeFree[place]![kind.example] ? [{ offer, kind: at }] : [],
        ),
  );
  const isOffered = offers.map(
    ({ standing = 0 }, offer) => standing > 0 || openings.some((one) => one.offer === offer),
  );
  const pairs: { group: number; offer: number }[] = [];
  for (const [group, { subjects, places, times }] of groups.entries())
    for (const [offer, { subject, place, time }] of offers.entries())
      if (
        isOffered[offer] &&
        instance.subjectSets[subjects]![subject] &&
        instance.placeSets[places]![place] &&
        instance.timeSets[times]![time]
      ) {
        pairs.push({ group, offer });
        if (pairs.length > mostPairs) return undefined;
      }
  const rows: string[] = [];
  const limit = (terms: readonly string[], right: number) => {
    if (terms.length > 0) rows.push(`${terms.join(' + ').replaceAll('+ -', '- ')} <= ${right}`);
  };
  const x = (pair: number) => `x${pair}`;
  const y = ({ offer, kind }: { offer: number; kind: number }) => `y${offer}_${kind}`;
  const byGroup = gather(pairs, ({ group }) => group);
  const byOffer = gather(pairs, ({ offer }) => offer);
  for (const [group, its] of byGroup) limit(its.map(x), groups[group]!.women);
  for (const [offer, { seats, standing = 0 }] of offers.entries()) {
    const its = openings.filter((one) => one.offer === offer);
    const sitting = byOffer.get(offer) ?? [];
    if (sitting.length === 0) continue;
    limit([...sitting.map(x), ...its.map((one) => `-${seats} ${y(one)}`)], seats * standing);
    if (its.length > 0)
      limit([...its.map((one) => `${minimum} ${y(one)}`), ...sitting.map((pair) => `-1 ${x(pair)}`)], 0);
    // A batch that is half open seats no more than half of any group: this brings the bound down.
    if (standing === 0)
      for (const pair of sitting) {
        const { women } = groups[pairs[pair]!.group]!;
        if (women < seats) limit([x(pair), ...its.map((one) => `-${women} ${y(one)}`)], 0);
      }
  }
  limit(openings.map(y), budget);
  const teaching: string[] = [];
  for (const [kind, { count, example }] of kinds.entries()) {
    const its = openings.filter((one) => one.kind === kind);
    for (const [, same] of gather(its, ({ offer }) => offers[offer]!.place))
      limit(
        same.map((one) => y(its[one]!)),
        count,
      );
    const bySubject = gather(its, ({ offer }) => offers[offer]!.subject);
    for (const [subject, same] of bySubject)
      limit(
        [
          ...same.map((one) => y(its[one]!)),
          ...trainers.flatMap((trainer, at) =>
            trainer.free[example] && trainer.teaches[subject] ? [`-1 z${at}_${subject}_${kind}`] : [],
          ),
        ],
        0,
      );
    for (const [at, trainer] of trainers.entries()) {
      if (!trainer.free[example]) continue;
      const hers = [...bySubject.keys()].filter((subject) => trainer.teaches[subject]);
      const names = hers.map((subject) => `z${at}_${subject}_${kind}`);
      teaching.push(...names);
      limit(names, count);
    }
  }
  if (pairs.length === 0 || openings.length === 0) return undefined;
  const text = [
    ...['Maximize', `obj: ${pairs.map((_, pair) => x(pair)).join(' + ')}`, 'Subject To'],
    ...rows.map((row, at) => `c${at}: ${row}`),
    ...['General', ...pairs.map((_, pair) => x(pair)), ...openings.map(y), ...teaching, 'End'],
  ].join('\n');
  return { text, pairs, openings };
}

function read(
  instance: Instance,
  { pairs, openings }: Program,
  valueOf: (name: string) => number,
): Plan | undefined {
  const { offers, groups } = instance;
  const timetable = new Timetable(instance);
  const chosen: { offer: number; window: number }[] = [];
  for (const { offer, kind } of openings)
    for (let left = valueOf(`y${offer}_${kind}`); left > 0; left -= 1) {
      const window = timetable.take(offer);
      if (window === undefined) return undefined;
      chosen.push({ offer, window });
    }
  const load = offers.map(() => 0);
  const left = groups.map(({ women }) => women);
  for (const [pair, { group, offer }] of pairs.entries()) {
    load[offer]! += valueOf(`x${pair}`);
    left[group]! -= valueOf(`x${pair}`);
  }
  const standing = offers.map(({ standing: stands = 0 }, offer) => (stands > 0 ? load[offer]! : 0));
  const countOf = offers.map((_, offer) => chosen.filter((one) => one.offer === offer).length);
  const given = offers.map(() => 0);
  const opened = chosen.map(({ offer, window }) => {
    const [all, count] = [load[offer]! - standing[offer]!, countOf[offer]!];
    const nth = given[offer]!++;
    const women = Math.floor(all / count) + (nth < all % count ? 1 : 0);
    return { offer, window, trainer: timetable.trainerAt(window, offers[offer]!.place), women };
  });
  const openable = offers.map((_, offer) => timetable.take(offer, true) !== undefined);
  return { opened, standing, served: load.reduce((sum, women) => sum + women, 0), left, openable };
}

function kindsOf({ windows, placeFree, trainers }: Instance): Kind[] {
  const kinds = new Map<string, { time: number; count: number; example: number }>();
  for (const [window, { time }] of windows.entries()) {
    const free = [...placeFree.map((places) => places[window]), ...trainers.map((one) => one.free[window])];
    const key = `${time} ${free.map(Number).join('')}`;
    const kind = kinds.get(key);
    if (kind) kind.count += 1;
    else kinds.set(key, { time, count: 1, example: window });
  }
  return [...kinds.values()];
}

/** The places of the items, by their key. */
function gather<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, number[]> {
  const gathered = new Map<number, number[]>();
  for (const [at, item] of items.entries()) {
    const others = gathered.get(keyOf(item));
    if (others) others.push(at);
    else gathered.set(keyOf(item), [at]);
  }
  return gathered;
}
