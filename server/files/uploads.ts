import type { MultipartFile } from '@fastify/multipart';
import { Refusal } from '../http/refusals';

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
  if (!request.isMultipart()) throw new Refusal('photo.unreadable');
  try {
    const part = await request.file();
    if (!part) throw new Refusal('photo.unreadable');
    return await part.toBuffer();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as { code?: string };
    throw new Refusal(code === 'FST_REQ_FILE_TOO_LARGE' ? 'photo.tooLarge' : 'photo.unreadable');
  }
}
