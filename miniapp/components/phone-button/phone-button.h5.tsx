import type { PropsWithChildren } from 'react';

export type PhoneButtonProps = PropsWithChildren<{
  readonly id: string;
  readonly isBusy: boolean;
  readonly onCode: (code: string) => void;
}>;

/** Only WeChat knows whose phone it is: a browser draws nothing, and the number is typed. */
export function PhoneButton(_: PhoneButtonProps) {
  return null;
}
