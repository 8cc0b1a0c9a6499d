/** `138****5678`: enough for the helper to recognise, too little to call. A shorter number shows nothing. */
export function maskPhone(phone: string): string {
  return phone.length < 11 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 王秀英 → 王某英, 李梅 → 李某: on lists that hang in public (village board, certificates). */
export function shortenName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return name;
  if (letters.length === 2) return `${letters[0]}某`;
  return `${letters[0]}某${letters[letters.length - 1]}`;
}
