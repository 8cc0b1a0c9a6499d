import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CallFailed } from './call';

/** What a page has to show: still asking, a sentence that says what went wrong, or the answer. */
export interface Asking<Data> {
  readonly data: Data | undefined;
  readonly trouble: string | undefined;
  /** Asks again. */
  readonly again: () => void;
}

/**
 * Asks once, and again whenever the page is shown again or `key` changes.
 * While it asks again, the last answer stays on the screen.
 */
export function useAnswer<Data>(ask: () => Promise<Data>, key = ''): Asking<Data> {
  const [state, setState] = useState<{ data?: Data; trouble?: string }>({});
  const latest = useRef(0);
  const asking = useRef(ask);
  asking.current = ask;

  const again = useCallback(() => {
    const turn = (latest.current += 1);
    asking.current().then(
      (data) => turn === latest.current && setState({ data }),
      (error: unknown) =>
        turn === latest.current && setState((before) => ({ ...before, trouble: sentenceOf(error) })),
    );
  }, []);

  useEffect(() => {
    setState({});
    again();
  }, [again, key]);

  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current) again();
    isFirstShow.current = false;
  });

  return { data: state.data, trouble: state.data === undefined ? state.trouble : undefined, again };
}

/** The sentence of a failure, in words that can be shown. */
export function sentenceOf(error: unknown): string {
  return error instanceof CallFailed ? error.sentence : '出了点问题，请再试一次。';
}
