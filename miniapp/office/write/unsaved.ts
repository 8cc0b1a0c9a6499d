import Taro from '@tarojs/taro';
import { hers } from '../../offline/storage';
import { fromEntry, type ArticleDraft, type Desk } from './model';

/** What was typed and not saved yet, with the revision it began from. */
export interface Unsaved {
  readonly beganFrom: number;
  readonly article: ArticleDraft;
}

const nameOf = (id: string | undefined) => hers(`unsaved-${id ?? 'new'}`);

/** Kept on this phone or in this browser while she types, so that a lost page loses nothing. */
export function keepUnsaved(id: string | undefined, unsaved: Unsaved): void {
  Taro.setStorageSync(nameOf(id), unsaved);
}

export function unsavedOf(id: string | undefined): Unsaved | undefined {
  return (Taro.getStorageSync(nameOf(id)) as Unsaved | '') || undefined;
}

export function forgetUnsaved(id: string | undefined): void {
  Taro.removeStorageSync(nameOf(id));
}

/** The same, kept on the server from another browser, where it began from the revision that is still the newest. */
export function keptOnServer(desk: Desk | undefined): Unsaved | undefined {
  const unsaved = desk?.unsaved;
  if (!desk || !unsaved || unsaved.beganFrom !== desk.revision) return undefined;
  return { beganFrom: unsaved.beganFrom, article: fromEntry(unsaved.entry) };
}
