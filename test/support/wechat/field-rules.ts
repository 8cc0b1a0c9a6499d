/** What WeChat accepts in a field of a subscribe message, by the kind that begins its key (`thing1`). */
const rules: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?([~-].+)?$|^\d{4}年\d{1,2}月\d{1,2}日$|^\d{4}-\d\d-\d\d( [0-2]\d:[0-5]\d(:[0-5]\d)?)?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( ([01]?\d|2[0-3]):[0-5]\d)?([~-].+)?$|^\d{4}-\d\d-\d\d( [0-2]\d:[0-5]\d(:[0-5]\d)?)?$/,
  amount: /^[¥$]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+ -]{1,17}$/,
  car_number: /^.{1,8}$/u,
  name: /^(\p{Script=Han}{1,10}|[\p{L} ]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** The first field that breaks its rule, or `undefined` when all are in order. */
export function brokenField(data: Readonly<Record<string, unknown>>): string | undefined {
  return Object.entries(data).find(([key, field]) => {
    const rule = rules[key.replace(/\d+$/, '')];
    const value = (field as { value?: unknown } | null)?.value;
    return !rule || (typeof value !== 'string' && typeof value !== 'number') || !rule.test(String(value));
  })?.[0];
}
