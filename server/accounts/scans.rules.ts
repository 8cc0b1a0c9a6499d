/** What our QR codes say, so that the mini-program knows which page one belongs to. */
export type Scan = { readonly invitation: string } | { readonly ticket: string };

export function writeInvitation(code: string): string {
  return `jinguo:invitation:${code}`;
}

export function writeTicket(id: string): string {
  return `jinguo:sign-in:${id}`;
}

/** What was scanned, or undefined for a code that is not ours. */
export function readScan(text: string): Scan | undefined {
  const [, kind, value] = /^jinguo:(invitation|sign-in):([A-Za-z0-9-]{5,40})$/.exec(text) ?? [];
  if (!value) return undefined;
  return kind === 'invitation' ? { invitation: value } : { ticket: value };
}
