/** The code to show on the trainer's screen. */
export class CheckInCodeView {
  /** An SVG as a data address. */
  picture: string;
  /** In so many milliseconds it is another one. */
  changesInMs: number;
  /** Women who have scanned and whom nobody has marked yet. */
  scanned: CheckedInWomanView[];
}

export class CheckedInWomanView {
  womanId: string;
  name: string;
}

/** What the woman sees. */
export class CheckedInView {
  title: string;
  /** 扫好了，请等老师点名确认。 */
  sentence: string;
}
