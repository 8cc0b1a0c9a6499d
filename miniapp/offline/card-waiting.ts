import Taro from '@tarojs/taro';
import { call, CallFailed } from '../api/call';
import type { components } from '../api/schema';
import { me } from '../api/session';
import { hers } from './storage';

type Card = components['schemas']['NeedCardDto'];

const name = 'need-card-waiting';

/** A finished need card that has not reached the server yet. */
export function cardWaiting(): Card | undefined {
  return (Taro.getStorageSync(hers(name)) as Card | '') || undefined;
}

/**
 * Writes her card to the phone and sends it.
 *
 * @returns `kept` by the server, or `waiting` on the phone until there is a signal.
 * @throws CallFailed when the server refuses the card; then it does not wait.
 */
export async function sendCard(card: Card): Promise<'kept' | 'waiting'> {
  Taro.setStorageSync(hers(name), card);
  return sendWaitingCard();
}

let sending: Promise<'kept' | 'waiting'> | undefined;

/** Sends the card that waits, where one does. A second call joins the first. */
export function sendWaitingCard(): Promise<'kept' | 'waiting'> {
  sending ??= sendWaiting().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendWaiting(): Promise<'kept' | 'waiting'> {
  const card = cardWaiting();
  const womanId = me()?.womanId;
  if (!card || !womanId) return 'kept';
  try {
    await call('PUT /api/women/{id}/need-card', { path: { id: womanId }, body: card });
  } catch (error) {
    if (error instanceof CallFailed && (error.isOffline || error.code === 'signIn.needed')) return 'waiting';
    Taro.removeStorageSync(hers(name));
    throw error;
  }
  // She may have tapped a newer one meanwhile.
  if (JSON.stringify(cardWaiting()) === JSON.stringify(card)) Taro.removeStorageSync(hers(name));
  return cardWaiting() ? sendWaiting() : 'kept';
}
