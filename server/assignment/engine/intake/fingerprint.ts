import { createHash } from 'node:crypto';
import { byId, inIdOrder } from '../in-id-order';
import { groups, type BatchRow, type Instance, type Pair, type WomanRow } from '../instance';
import { band } from '../priority';

/**
 * SHA-256 of the instance in its canonical form, so that anyone who replays a run knows it is the same run.
 *
 * Canonical is: JSON without spaces, `{"seed","coverageCounties","batches","women","pins","bars","waived"}` in
 * this order with none left out, each row's keys as below, rows by id (pairs by woman, then batch), groups in the
 * order of `groups`, a reserve for each of them, trained and waiting at most 3.
 */
export function fingerprint(instance: Instance): string {
  const print = new Fingerprint(instance.seed, instance.coverageCounties);
  for (const batch of inIdOrder(instance.batches)) print.addBatch(batch);
  for (const woman of inIdOrder(instance.women)) print.addWoman(woman);
  return print.close(instance);
}

/** The same for rows that pass one at a time: batches, then women, both in the order of their ids. */
export class Fingerprint {
  private readonly sha = createHash('sha256');
  private text: string;
  private between = '';
  private isAmongWomen = false;

  constructor(seed: string, coverageCounties: readonly string[]) {
    const counties = JSON.stringify([...coverageCounties].sort(byId));
    this.text = `{"seed":${JSON.stringify(seed)},"coverageCounties":${counties},"batches":[`;
  }

  addBatch({ id, county, capacity, minimum, reserves }: BatchRow): void {
    const kept = Object.fromEntries(groups.map((group) => [group, reserves[group] ?? 0]));
    this.add({ id, county, capacity, minimum, reserves: kept });
  }

  addWoman({ id, county, groups: hers, trained, waiting, list, lottery }: WomanRow): void {
    this.beginWomen();
    this.add({
      id,
      county,
      groups: hers.length > 1 ? groups.filter((group) => hers.includes(group)) : hers,
      trained: Math.min(band, trained),
      waiting: Math.min(band, waiting),
      list,
      lottery, // left out where it is drawn
    });
  }

  close({ pins = [], bars = [], waived = [] }: Pick<Instance, 'pins' | 'bars' | 'waived'>): string {
    this.beginWomen();
    this.text += `],"pins":${pairs(pins)},"bars":${pairs(bars)},"waived":${JSON.stringify([...waived].sort(byId))}}`;
    return this.sha.update(this.text).digest('hex');
  }

  private add(row: object): void {
    this.text += this.between + JSON.stringify(row);
    this.between = ',';
    if (this.text.length < 1 << 16) return;
    this.sha.update(this.text);
    this.text = '';
  }

  private beginWomen(): void {
    if (this.isAmongWomen) return;
    this.isAmongWomen = true;
    this.text += '],"women":[';
    this.between = '';
  }
}

function pairs(rows: readonly Pair[]): string {
  const inOrder = [...rows].sort(
    (one, other) => byId(one.woman, other.woman) || byId(one.batch, other.batch),
  );
  return JSON.stringify(inOrder.map(({ woman, batch }) => ({ woman, batch })));
}
