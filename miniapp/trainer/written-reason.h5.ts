/** A reason in her own words, or undefined. */
export function writtenReason(): Promise<string | undefined> {
  const reason = (window.prompt('写一下原因，几个字就行') ?? '').trim().slice(0, 60);
  return Promise.resolve(reason === '' ? undefined : reason);
}
