import type { MultipartFile } from '@fastify/multipart';
import { Refusal, type RefusalCode } from '../http/refusals';

/** A request that may hold parts of a form. */
export interface WithParts {
  isMultipart(): boolean;
  file(): Promise<MultipartFile | undefined>;
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
