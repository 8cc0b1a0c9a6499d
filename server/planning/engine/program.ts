import type { ModelData } from 'highs';
import type { Draft } from './draft';
import type { Instance } from './instance';
import type { Seating } from './seating';

/** Some of an offer's batches, all in windows of one kind. */
interface Opening {
  readonly offer: number;
  readonly kind: number;
  readonly column: number;
}

/** Windows in which the same places and trainers are free are one kind: how many there are of it, the first of them. */
interface Kind {
  readonly time: number;
  readonly windows: readonly number[];
}

type Term = readonly [column: number, factor: number];

/**
 * The question as an integer program. Batches of a kind of window can be given windows of their own whenever no place and no
 * trainer has more of them than the kind has windows: places and trainers are a bipartite graph, and its edges can be
 * coloured in as many colours as its busiest corner has (König 1916). Only the batches need be told to be whole: women and
 * trainers then are so by themselves, being a flow, and are found again by whoever opens the batches.
 */
export class Program {
  readonly openings: readonly Opening[];
  private readonly upper: number[] = [];
  private readonly isWhole: boolean[] = [];
  private readonly rows: { readonly terms: readonly Term[]; readonly most: number }[] = [];
  private readonly kinds: readonly Kind[];
  private readonly openingsOf: readonly (readonly Opening[])[];
  private readonly trainerColumns = new Map<string, number>();
  private readonly moreColumns = new Map<number, number>();

  constructor(
    private readonly instance: Instance,
    private readonly seating: Seating,
  ) {
    const { groups, offers, placeFree } = instance;
    this.kinds = kindsOf(instance);
    // Women who sit down are the first columns, pair by pair.
    seating.pairs.groupOf.forEach((group) => this.column(groups[group]!.women, false));
    this.openingsOf = offers.map(({ isClosed, place, time }, offer) =>
      this.kinds.flatMap(({ time: its, windows }, kind) =>
        !isClosed && its === time && placeFree[place]![windows[0]!]
          ? [{ offer, kind, column: this.column(windows.length, true) }]
          : [],
      ),
    );
    this.openings = this.openingsOf.flat();
    this.limitWomen();
    this.limitWindows();
    this.limitByReach();
    this.limit(
      this.openings.map(({ column }) => [column, 1]),
      instance.budget,
    );
  }

  /** As the solver takes it. It asks for the least, so every woman counts −1. */
  data(variable: { continuous: number; integer: number }, infinity: number): ModelData {
    const [columns, rows] = [this.upper.length, this.rows.length];
    const terms = this.rows.flatMap((row) => row.terms);
    const starts = new Int32Array(rows + 1);
    this.rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.terms.length));
    return {
      ...{ numCols: columns, numRows: rows },
      colCost: Float64Array.from(this.upper, (_, column) =>
        column < this.seating.pairs.groupOf.length ? -1 : 0,
      ),
      ...{ colLower: new Float64Array(columns), colUpper: Float64Array.from(this.upper) },
      rowLower: new Float64Array(rows).fill(-infinity),
      rowUpper: Float64Array.from(this.rows, ({ most }) => most),
      matrix: {
        ...{ format: 'csr' as const, numRows: rows, numCols: columns, starts },
        indices: Int32Array.from(terms, ([column]) => column),
        values: Float64Array.from(terms, ([, factor]) => factor),
      },
      integrality: Int32Array.from(this.isWhole, (is) => (is ? variable.integer : variable.continuous)),
    };
  }

  /** A plan that is known, as the solver takes it to begin with. */
  valuesOf(draft: Draft): Float64Array {
    const values = new Float64Array(this.upper.length);
    values.set(draft.seating.sitting);
    for (const batch of draft.opened) {
      const { offer, window } = batch;
      const kind = this.kinds.findIndex(({ windows }) => windows.includes(window));
      values[this.openingsOf[offer]!.find((one) => one.kind === kind)!.column]! += 1;
      values[
        this.trainerColumns.get(`${draft.trainerOf(batch)} ${this.instance.offers[offer]!.subject} ${kind}`)!
      ]! += 1;
      const more = this.moreColumns.get(offer);
      if (more !== undefined && draft.seating.batches[offer]! > this.keptOf(offer)) values[more] = 1;
    }
    return values;
  }

  /** What the solver opened beside those that are kept. */
  chosen(values: ArrayLike<number>): { offer: number }[] {
    const left = this.openingsOf.map((_, offer) => this.keptOf(offer));
    return this.openings
      .flatMap(({ offer, column }) => Array.from({ length: Math.round(values[column]!) }, () => ({ offer })))
      .filter(({ offer }) => (left[offer]! -= 1) < 0);
  }

  private keptOf(offer: number): number {
    return (this.instance.kept ?? []).filter((one) => one === offer).length;
  }

  private column(most: number, isWhole: boolean): number {
    this.isWhole.push(isWhole);
    return this.upper.push(most) - 1;
  }

  private limit(terms: readonly Term[], most: number): void {
    if (terms.length > 0) this.rows.push({ terms, most });
  }

  /** Each woman sits once, in a batch that has a seat for her and its minimum. */
  private limitWomen(): void {
    const { groups, offers, minimum } = this.instance;
    const { groupOf, first } = this.seating.pairs;
    const pairsOf: number[][] = groups.map(() => []);
    groupOf.forEach((group, pair) => pairsOf[group]!.push(pair));
    for (const [group, pairs] of pairsOf.entries())
      this.limit(
        pairs.map((pair) => [pair, 1]),
        groups[group]!.women,
      );
    for (const [offer, { seats, standing = 0 }] of offers.entries()) {
      const openings = this.openingsOf[offer]!;
      const sitting = Array.from(
        { length: first[offer + 1]! - first[offer]! },
        (_, at) => first[offer]! + at,
      );
      const opened = (factor: number) => openings.map(({ column }): Term => [column, factor]);
      this.limit([...sitting.map((pair): Term => [pair, 1]), ...opened(-seats)], seats * standing);
      if (openings.length === 0) continue;
      const least = [...opened(minimum), ...sitting.map((pair): Term => [pair, -1])];
      const kept = this.keptOf(offer);
      if (kept === 0) this.limit(least, 0);
      else {
        // Those that are kept are held with however few, unless one more is opened beside them.
        const more = this.column(1, true);
        this.moreColumns.set(offer, more);
        this.limit(opened(-1), -kept);
        this.limit([...opened(1), [more, -this.instance.budget]], kept);
        this.limit([...least, [more, kept * minimum]], kept * minimum);
      }
      // A batch that is half open seats no more than half of any group: this brings the bound down.
      for (const pair of sitting) {
        const { women } = groups[groupOf[pair]!]!;
        if (women < seats) this.limit([[pair, 1], ...opened(-women)], 0);
      }
    }
  }

  /** In a window a place has one batch, and a trainer too. */
  private limitWindows(): void {
    const { offers, trainers } = this.instance;
    for (const [kind, { windows }] of this.kinds.entries()) {
      const its = this.openings.filter((one) => one.kind === kind);
      for (const same of gather(its, ({ offer }) => String(offers[offer]!.place)))
        this.limit(
          same.map(({ column }) => [column, 1]),
          windows.length,
        );
      const hers: Term[][] = trainers.map(() => []);
      for (const same of gather(its, ({ offer }) => String(offers[offer]!.subject))) {
        const { subject } = offers[same[0]!.offer]!;
        const teaching = trainers.flatMap((trainer, at) => {
          if (!trainer.free[windows[0]!] || !trainer.teaches[subject]) return [];
          const column = this.column(windows.length, false);
          this.trainerColumns.set(`${at} ${subject} ${kind}`, column);
          hers[at]!.push([column, 1]);
          return [column];
        });
        this.limit(
          [...same.map(({ column }): Term => [column, 1]), ...teaching.map((column): Term => [column, -1])],
          0,
        );
      }
      for (const terms of hers) this.limit(terms, windows.length);
    }
  }

  /**
   * Offers together have no more batches than the women who may sit in any of them can fill to the minimum (Hall 1935). It
   * follows from the rest once batches are whole, and says so before they are.
   */
  private limitByReach(): void {
    const { groups, offers, minimum } = this.instance;
    const { groupOf, first } = this.seating.pairs;
    const open = offers.flatMap((_, offer) => (this.openingsOf[offer]!.length > 0 ? [offer] : []));
    const groupsOf = (offer: number) => groupOf.subarray(first[offer]!, first[offer + 1]!);
    const most = (some: readonly number[]) => {
      const reached = new Set(some.flatMap((offer) => [...groupsOf(offer)]));
      return Math.floor([...reached].reduce((women, group) => women + groups[group]!.women, 0) / minimum);
    };
    const alone = offers.map((_, offer) => (this.openingsOf[offer]!.length > 0 ? most([offer]) : 0));
    const limitTogether = (some: readonly number[]) => {
      const together = most(some);
      if (some.length > 1 && together >= some.reduce((batches, offer) => batches + alone[offer]!, 0)) return;
      const terms = some.flatMap((offer) => this.openingsOf[offer]!.map(({ column }): Term => [column, 1]));
      this.limit(terms, together + some.reduce((kept, offer) => kept + this.keptOf(offer), 0));
    };
    for (const offer of open) {
      limitTogether([offer]);
      for (const other of this.seating.pairs.near(offer))
        if (other > offer && this.openingsOf[other]!.length > 0) limitTogether([offer, other]);
    }
    const keys: ((offer: Instance['offers'][number]) => string)[] = [
      ({ place, subject }) => `${place} ${subject}`,
      ({ place, time }) => `${place} ${time}`,
      ({ subject, time }) => `${subject} ${time}`,
      ({ place }) => `${place}`,
    ];
    for (const keyOf of keys)
      for (const some of gather(open, (offer) => keyOf(offers[offer]!)))
        if (some.length > 2) limitTogether(some);
  }
}

function kindsOf({ windows, placeFree, trainers }: Instance): Kind[] {
  const alike = gather(
    windows.map((_, window) => window),
    (window) =>
      [
        windows[window]!.time,
        ...placeFree.map((places) => Number(places[window])),
        ...trainers.map(({ free }) => Number(free[window])),
      ].join(' '),
  );
  return alike.map((its) => ({ time: windows[its[0]!]!.time, windows: its }));
}

/** The items, those with the same key together. */
function gather<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const gathered = new Map<string, Item[]>();
  for (const item of items) {
    const others = gathered.get(keyOf(item));
    if (others) others.push(item);
    else gathered.set(keyOf(item), [item]);
  }
  return [...gathered.values()];
}
