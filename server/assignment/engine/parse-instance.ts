import { BadInstance } from './bad-instance';
import { array, count, distinctTexts, fieldsOf, text, texts, whole } from './intake/form';
import { groups, type Instance } from './instance';
import { openMarket } from './intake/open-market';

/**
 * Accepts an instance from outside, or throws one `BadInstance` that names the row. What it returns is exactly an
 * `Instance`: every field of its kind, no field too many, and no row that contradicts another.
 */
export function parseInstance(input: unknown): Instance {
  const fields = fieldsOf(
    input,
    ['seed', 'coverageCounties', 'women', 'batches'],
    ['pins', 'bars', 'waived'],
  );
  text(fields.seed, 'seed');
  distinctTexts(fields.coverageCounties, 'coverageCounties');
  eachRow(fields.batches, 'batches', checkBatch);
  eachRow(fields.women, 'women', checkWoman);
  eachRow(fields.pins ?? [], 'pins', checkPair);
  eachRow(fields.bars ?? [], 'bars', checkPair);
  distinctTexts(fields.waived ?? [], 'waived');
  const instance = input as Instance;
  openMarket(instance);
  return instance;
}

function checkWoman(row: unknown): void {
  const fields = fieldsOf(row, ['id', 'county', 'groups', 'trained', 'waiting', 'list'], ['lottery']);
  text(fields.id, 'id');
  text(fields.county, 'county');
  distinctTexts(fields.groups, 'groups').forEach(checkGroup);
  count(fields.trained, 'trained');
  count(fields.waiting, 'waiting');
  texts(fields.list, 'list');
  if (fields.lottery !== undefined) whole(fields.lottery, 'lottery');
}

function checkBatch(row: unknown): void {
  const fields = fieldsOf(row, ['id', 'county', 'capacity', 'minimum', 'reserves']);
  text(fields.id, 'id');
  text(fields.county, 'county');
  count(fields.capacity, 'capacity');
  count(fields.minimum, 'minimum');
  const reserves = fieldsOf(fields.reserves, [], groups);
  for (const group of Object.keys(reserves)) count(reserves[group], `reserves.${group}`);
}

function checkPair(row: unknown): void {
  const fields = fieldsOf(row, ['woman', 'batch']);
  text(fields.woman, 'woman');
  text(fields.batch, 'batch');
}

function checkGroup(group: string): void {
  if (!(groups as readonly string[]).includes(group)) {
    throw new BadInstance(`groups names "${group}", which is none of ${groups.join(', ')}`);
  }
}

/** Checks each row, and puts its place and id before what is wrong with it. */
function eachRow(value: unknown, name: string, check: (row: unknown) => void): void {
  for (const [at, row] of array(value, name).entries()) {
    try {
      check(row);
    } catch (error) {
      if (!(error instanceof BadInstance)) throw error;
      const id = (row as { id?: unknown } | null | undefined)?.id;
      throw new BadInstance(`${name}[${at}]${typeof id === 'string' ? ` "${id}"` : ''}: ${error.message}`);
    }
  }
}
