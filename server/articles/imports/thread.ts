import { parentPort, workerData } from 'node:worker_threads';
import { convertToHtml, images } from 'mammoth';
import { blocksOfHtml } from './html-blocks';

/** A Word text to be made HTML, or HTML to be made blocks, with the ids of the pictures that were kept out of it. */
export type Asked =
  { readonly docx: Uint8Array } | { readonly html: string; readonly pictures: ReadonlyMap<string, string> };

export interface ReadDocx {
  readonly html: string;
  /** Bytes of each picture, by the `src` that stands for it. */
  readonly pictures: readonly { readonly src: string; readonly bytes: Uint8Array }[];
}

const mostPictures = 30;

async function readDocx(docx: Uint8Array): Promise<ReadDocx> {
  const pictures: { src: string; bytes: Uint8Array }[] = [];
  const { value } = await convertToHtml(
    { buffer: Buffer.from(docx) },
    {
      externalFileAccess: false,
      convertImage: images.imgElement(async (image) => {
        const src = `picture-${pictures.length}`;
        if (pictures.length < mostPictures)
          pictures.push({ src, bytes: new Uint8Array(await image.readAsArrayBuffer()) });
        return { src };
      }),
    },
  );
  return { html: value, pictures };
}

async function answer(asked: Asked) {
  return 'docx' in asked ? readDocx(asked.docx) : blocksOfHtml(asked.html, asked.pictures);
}

/** What comes from elsewhere is read in a thread of its own, so that it holds up nobody and can be ended. */
void answer(workerData as Asked).then(
  (answered) => parentPort?.postMessage(answered),
  () => parentPort?.postMessage(null),
);
