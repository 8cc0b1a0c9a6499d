/** A telephone has no keyboard to listen to. */
export function onKey(_: (key: string) => void): () => void {
  return () => undefined;
}
