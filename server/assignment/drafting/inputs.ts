import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import type { Instance } from '../engine/instance';
import { RunInput } from './drafting.entity';

/** A `blob` of MariaDB holds 65,535 bytes. */
const partBytes = 60_000;
const partsAtOnce = 50;

/** The engine's whole input, deflated, in parts that fit a row. */
export function partsOf(instance: Instance): Buffer[] {
  const whole = deflateRawSync(JSON.stringify(instance));
  return Array.from({ length: Math.ceil(whole.length / partBytes) }, (_, part) =>
    whole.subarray(part * partBytes, (part + 1) * partBytes),
  );
}

export async function keepInput(
  rows: EntityManager,
  draftId: string,
  parts: readonly Uint8Array[],
): Promise<void> {
  for (let from = 0; from < parts.length; from += partsAtOnce)
    await rows.insert(
      RunInput,
      parts
        .slice(from, from + partsAtOnce)
        .map((body, at) => ({ draftId, part: from + at, body: Buffer.from(body) })),
    );
}

export function instanceFrom(parts: readonly Uint8Array[]): Instance {
  return JSON.parse(inflateRawSync(Buffer.concat(parts)).toString('utf8')) as Instance;
}

/** @throws Error when the draft has no stored input. */
export async function readInput(rows: EntityManager, draftId: string): Promise<Uint8Array[]> {
  const parts = await rows.find(RunInput, { where: { draftId }, order: { part: 'ASC' } });
  if (parts.length === 0) throw new Error(`the draft ${draftId} has no stored input`);
  return parts.map(({ body }) => body);
}
