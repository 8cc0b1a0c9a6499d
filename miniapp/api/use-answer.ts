import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetKept, keep, lastKept } from '../offline/kept';
import { CallFailed } from './call';

/** What a page has to show: still asking, a sentence that says what went wrong, or the answer. */
export interface Asking<Data> {
  readonly data: Data | undefined;
  readonly trouble: string | undefined;
  /** Whether signing in is what helps. */
  readonly mustSignIn: boolean;
  /** Where the answer is the one of last time: when it was kept, and why nothing fresher came, once that is known. */
  readonly last: { readonly at: number; readonly trouble: string | undefined } | undefined;
  /** Asks again. */
  readonly again: () => void;
}

interface State<Data> {
  readonly data?: Data;
  readonly keptAt?: number;
  readonly trouble?: string;
  readonly mustSignIn?: boolean;
}

/**
 * Asks once, and again whenever the page is shown again or `key` changes.
 * While it asks again, the last answer stays on the screen.
 *
 * @param keepAs a name under which the phone keeps the answer: next time it is on the screen at once, then the fresh one
 * @param keeping what of the answer may be kept; nothing where it says undefined
 */
export function useAnswer<Data>(
  ask: () => Promise<Data>,
  key = '',
  keepAs?: string,
  keeping: (data: Data) => Data | undefined = (data) => data,
): Asking<Data> {
  const name = keepAs === undefined ? undefined : `${keepAs}-${key}`;
  const [state, setState] = useState<State<Data>>(() => keptState(name));
  const latest = useRef(0);
  const asking = useRef(ask);
  asking.current = ask;
  const keepable = useRef(keeping);
  keepable.current = keeping;

  const again = useCallback(() => {
    const turn = (latest.current += 1);
    setState(({ trouble: _, ...shown }) => shown);
    asking.current().then(
      (data) => {
        if (turn !== latest.current) return;
        if (name !== undefined) keepOrForget(name, keepable.current(data));
        setState({ data });
      },
      (error: unknown) => {
        if (turn !== latest.current) return;
        const mustSignIn = error instanceof CallFailed && error.code === 'signIn.needed';
        const failed = { trouble: sentenceOf(error), mustSignIn };
        const mayStay = error instanceof CallFailed && error.isOffline;
        if (name !== undefined && !mayStay) forgetKept(name);
        setState((shown) => (shown.keptAt !== undefined && !mayStay ? failed : { ...shown, ...failed }));
      },
    );
  }, [name]);

  const isFirstKey = useRef(true);
  useEffect(() => {
    if (!isFirstKey.current) setState(keptState(name));
    isFirstKey.current = false;
    again();
  }, [again, key, name]);

  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current) again();
    isFirstShow.current = false;
  });

  const { data, keptAt, trouble, mustSignIn = false } = state;
  return {
    data,
    trouble: data === undefined ? trouble : undefined,
    mustSignIn,
    last: keptAt === undefined ? undefined : { at: keptAt, trouble },
    again,
  };
}

function keepOrForget(name: string, data: unknown): void {
  if (data === undefined) forgetKept(name);
  else keep(name, data);
}

function keptState<Data>(name: string | undefined): State<Data> {
  const kept = name === undefined ? undefined : lastKept<Data>(name);
  return kept ? { data: kept.data, keptAt: kept.at } : {};
}

/** The sentence of a failure, in words that can be shown. */
export function sentenceOf(error: unknown): string {
  return error instanceof CallFailed ? error.sentence : '出了点问题，请再试一次。';
}
