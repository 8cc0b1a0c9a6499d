export const fileKinds = ['picture', 'paper', 'recording'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The widths in which a picture is kept, in pixels: the first for a list and a weak signal, the last for print. */
export const pictureWidths = [480, 960, 1600] as const;
export type PictureWidth = (typeof pictureWidths)[number];

/** The narrowest drawing that fills what is asked for. */
export function widthFor(asked: number | undefined, widest: number): PictureWidth {
  const kept = keptWidths(widest);
  return kept.find((width) => width >= (asked ?? 960)) ?? kept.at(-1)!;
}

/** The drawings of a picture this wide: none is wider than it needs to be. */
export function keptWidths(widest: number): PictureWidth[] {
  const first = pictureWidths.findIndex((width) => width >= widest);
  return pictureWidths.slice(0, first < 0 ? undefined : first + 1);
}

const office = 'application/vnd.openxmlformats-officedocument';

/** Papers that may be attached, by how their bytes begin and by the ending that goes with it. */
const papers = [
  { ending: 'pdf', begins: '255044462d', type: 'application/pdf' },
  { ending: 'docx', begins: '504b0304', type: `${office}.wordprocessingml.document` },
  { ending: 'xlsx', begins: '504b0304', type: `${office}.spreadsheetml.sheet` },
] as const;

/** What kind of paper this is: its name and its bytes must say the same. Undefined where it may not be attached. */
export function paperOf(name: string, headInHex: string): { ending: string; type: string } | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return papers.find((paper) => paper.ending === ending && headInHex.startsWith(paper.begins));
}

/** Recordings that every phone plays: an MP3, with or without its tag, and an M4A. */
const recordings = [
  { begins: /^494433/, type: 'audio/mpeg' },
  { begins: /^fff[23ab]/, type: 'audio/mpeg' },
  { begins: /^.{8}66747970(4d344120|6d703432|69736f6d)/, type: 'audio/mp4' },
] as const;

/** What kind of recording these bytes begin; undefined where they are none. */
export function recordingOf(headInHex: string): string | undefined {
  return recordings.find(({ begins }) => begins.test(headInHex))?.type;
}
