import Taro from '@tarojs/taro';
import { say } from '../components/page/page';
import { words } from './wishes';

/**
 * Asks in WeChat's own dialogue for messages of these templates. Only straight from a tap: WeChat refuses it elsewhere.
 *
 * @returns whether she accepted at least one.
 */
export async function subscribe(templateIds: readonly string[]): Promise<boolean> {
  try {
    const asked = { tmplIds: templateIds.slice(0, 3), entityIds: [] };
    const answer = (await Taro.requestSubscribeMessage(asked as never)) as unknown as Record<string, string>;
    if (templateIds.some((id) => answer[id] === 'accept')) return true;
  } catch {
    // Switched off for good, a phone too old, or no signal: she goes on without.
  }
  say(words.messages.without);
  return false;
}
