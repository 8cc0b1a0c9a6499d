/** The instance contradicts itself or its form; the message names the row. Nothing was computed. */
export class BadInstance extends Error {
  override readonly name = 'BadInstance';
}
