import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MultipartFile } from '@fastify/multipart';
import { newId } from '../database/new-id';
import { Refusal, type RefusalCode } from '../http/refusals';

/** A request that may hold parts of a form. */
export interface WithParts {
  isMultipart(): boolean;
  file(limits?: { limits: { fileSize: number } }): Promise<MultipartFile | undefined>;
}

/**
 * The one photograph of a form.
 *
 * @throws Refusal `photo.unreadable` where there is none, `photo.tooLarge` where it is longer than we read.
 */
export async function photoIn(request: WithParts): Promise<Buffer> {
  return (await onlyFile(request, 'photo.unreadable', 'photo.tooLarge')).bytes;
}

/**
 * The one file of a form, under whatever name its sender gave it.
 *
 * @throws Refusal `input.unreadable` where there is none, `request.tooLarge` where it is longer than we read.
 */
export function fileIn(request: WithParts): Promise<{ name: string; bytes: Buffer }> {
  return onlyFile(request, 'input.unreadable', 'request.tooLarge');
}

/**
 * The one file of a form, too large for the memory: in an open file that has no name any more, so that it is gone with
 * its last reader, also after a kill. The caller closes it.
 *
 * @throws Refusal `input.unreadable` where there is none, or `tooLarge`.
 */
export async function largeFileIn(
  request: WithParts,
  mostBytes: number,
  tooLarge: RefusalCode,
): Promise<{ name: string; file: FileHandle }> {
  if (!request.isMultipart()) throw new Refusal('input.unreadable');
  const path = join(tmpdir(), `jinguo-${newId()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    const part = await request.file({ limits: { fileSize: mostBytes } });
    if (!part) throw new Refusal('input.unreadable');
    for await (const bytes of part.file) await file.write(bytes as Buffer);
    if (part.file.truncated) throw new Refusal(tooLarge);
    return { name: part.filename ?? '', file };
  } catch (error) {
    await file.close();
    if (error instanceof Refusal) throw error;
    const { code } = error as { code?: string };
    throw new Refusal(code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge : 'input.unreadable');
  }
}

async function onlyFile(
  request: WithParts,
  missing: RefusalCode,
  tooLarge: RefusalCode,
): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw new Refusal(missing);
  try {
    const part = await request.file();
    if (!part) throw new Refusal(missing);
    return { name: part.filename ?? '', bytes: await part.toBuffer() };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as { code?: string };
    throw new Refusal(code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge : missing);
  }
}
