import { parentPort, workerData } from 'node:worker_threads';
import { convertToHtml, images } from 'mammoth';

export interface ReadDocx {
  readonly html: string;
  /** Bytes of each picture, by the `src` that stands for it. */
  readonly pictures: readonly { readonly src: string; readonly bytes: Uint8Array }[];
}

const mostPictures = 30;

/** A thread of its own, so that a slow paper holds up nobody else and can be ended: see `docx.ts`. */
async function read(): Promise<ReadDocx> {
  const pictures: { src: string; bytes: Uint8Array }[] = [];
  const { value } = await convertToHtml(
    { buffer: Buffer.from(workerData as Uint8Array) },
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

void read().then(
  (answer) => parentPort?.postMessage(answer),
  () => parentPort?.postMessage(null),
);
