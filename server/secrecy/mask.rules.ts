/** `138****5678`: enough for the helper to recognise, too little to call. A shorter number shows nothing. */
export function maskPhone(phone: string): string {
  return phone.length < 11 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/**
 * `*****************X`: the last character alone, enough to compare with the card in her hand. Her village and her birth
 * date stand beside it on the page, and with them the usual first six and last four would be the whole number.
 */
export function maskIdentity(identity: string): string {
  return `${'*'.repeat(17)}${identity.slice(-1)}`;
}

/** 王秀英 → 王某英, 李梅 → 李某: on lists that hang in public (village board, certificates). */
export function shortenName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return name;
  if (letters.length === 2) return `${letters[0]}某`;
  return `${letters[0]}某${letters[letters.length - 1]}`;
}
