export interface SpeakProps {
  readonly id: string;
  readonly says: string;
}

/** WeChat has no voice of its own, and its speech plug-in is no longer maintained: there is nothing to show here. */
export function Speak(_: SpeakProps) {
  return null;
}
