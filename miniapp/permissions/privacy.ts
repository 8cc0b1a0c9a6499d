import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

type Resolve = (said: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void;

/** WeChat holds back what the app wants of the phone until she has answered. */
export interface PrivacyQuestion {
  /** The function or button that waits. */
  readonly referrer: string;
  /** Answers all that wait. WeChat checks that the button of this id was tapped. */
  readonly agree: (buttonId: string) => void;
  readonly refuse: () => void;
}

let waiting: readonly Resolve[] = [];
let question: PrivacyQuestion | undefined;
const listeners = new Set<() => void>();

/**
 * Hears when WeChat wants her consent. A base library older than 2.32.3 knows no such question and holds nothing back.
 */
export function watchPrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization') || !Taro.onNeedPrivacyAuthorization) return;
  Taro.onNeedPrivacyAuthorization((resolve: Resolve, about?: { referrer?: string }) => {
    waiting = [...waiting, resolve];
    resolve({ event: 'exposureAuthorization' });
    show({
      referrer: about?.referrer ?? '',
      agree: (buttonId) => answer({ event: 'agree', buttonId }),
      refuse: () => answer({ event: 'disagree' }),
    });
  });
}

function answer(said: Parameters<Resolve>[0]): void {
  const asked = waiting;
  waiting = [];
  show(undefined);
  asked.forEach((resolve) => resolve(said));
}

function show(next: PrivacyQuestion | undefined): void {
  question = next;
  listeners.forEach((listener) => listener());
}

/** The question that waits for her answer now. */
export function usePrivacyQuestion(): PrivacyQuestion | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => question,
  );
}
