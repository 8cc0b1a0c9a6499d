import type { PropsWithChildren } from 'react';

interface Choosing {
  readonly mode: 'selector';
  readonly range: readonly string[];
  /** The place of what is chosen; -1 while nothing is. */
  readonly value: number;
}

interface Dating {
  readonly mode: 'date';
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly start?: string;
  readonly end?: string;
}

/** The children are what is seen: what is chosen, or what to choose. */
export type PickerProps = PropsWithChildren<
  (Choosing | Dating) & {
    /** The place in the range, or the day. */
    readonly onChange: (event: { readonly detail: { readonly value: string } }) => void;
  }
>;
