/** WeChat pastes plain text by itself and tells nothing of it. */
export function whenPasted(_listener: (html: string, into: string) => boolean): () => void {
  return () => undefined;
}
