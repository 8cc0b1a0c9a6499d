import Taro from '@tarojs/taro';
import { addressIn } from './arrival/arrival';

/** Every page, with what it needs to open. A tab is switched to, any other page is opened above. */
export const routes = {
  home: () => '/pages/home/index',
  need: () => '/pages/need/index',
  batches: () => '/pages/batches/index',
  mine: () => '/pages/mine/index',
  batch: (id: string) => `/pages/batch/index?id=${id}`,
  articles: (kind?: string) => `/pages/articles/index${kind ? `?kind=${kind}` : ''}`,
  article: (id: string) => `/pages/article/index?id=${id}`,
  /** @param to where she was going; there she lands after it */
  signIn: (to = '') => `/pages/sign-in/index${to ? `?to=${encodeURIComponent(to)}` : ''}`,
  register: (to = '') => `/pages/register/index${to ? `?to=${encodeURIComponent(to)}` : ''}`,
  registerForHer: () => '/pages/register/index?forHer=yes',
  trainerToday: () => '/trainer/today/index',
  roster: (sessionId: string) => `/trainer/roster/index?id=${sessionId}`,
  walkIn: (sessionId: string) => `/trainer/walk-in/index?id=${sessionId}`,
  code: (sessionId: string) => `/trainer/code/index?id=${sessionId}`,
  sheets: (sessionId: string) => `/trainer/sheets/index?id=${sessionId}`,
  sheet: (id: string) => `/trainer/sheet/index?id=${id}`,
  checkIn: (code: string) => `/pages/check-in/index?code=${encodeURIComponent(code)}`,
  certificate: () => '/pages/certificate/index',
  /** One course of hers: what it was to her, or why she left it. */
  feedback: (batchId: string) => `/pages/feedback/index?id=${batchId}`,
  notices: () => '/pages/notices/index',
  calls: () => '/office/calls/index',
  desk: () => '/office/desk/index',
  tasks: () => '/office/tasks/index',
  women: () => '/office/women/index',
  woman: (id: string) => `/office/woman/index?id=${id}`,
  demand: () => '/office/demand/index',
  sitting: () => '/office/sitting/index',
  /** @param month in which they have time, 1 to 12 */
  openBatch: (family = '', region = '', month = '') =>
    `/office/open-batch/index?family=${family}&region=${region}&month=${month}`,
  changePlan: (id: string) => `/office/open-batch/index?id=${id}`,
  plan: (id: string) => `/office/plan/index?id=${id}`,
  suggestions: (family = '') => `/office/suggestions/index${family ? `?family=${family}` : ''}`,
  approvals: () => '/office/approvals/index',
  trainers: () => '/office/trainers/index',
  venues: () => '/office/venues/index',
  seasons: () => '/office/seasons/index',
  move: (batchId: string, sessionId: string) => `/office/move/index?id=${batchId}&session=${sessionId}`,
  officeBatches: (group = '') => `/office/batches/index${group ? `?group=${group}` : ''}`,
  officeBatch: (id: string) => `/office/batch/index?id=${id}`,
  /** @param batchId without it, the batches in which women of hers may be asked */
  officeFeedback: (batchId = '') => `/office/feedback/index${batchId ? `?id=${batchId}` : ''}`,
  evidence: (sessionId: string) => `/office/evidence/index?id=${sessionId}`,
  corrections: () => '/office/corrections/index',
  runs: () => '/office/runs/index',
  run: (id: string) => `/office/run/index?id=${id}`,
  decide: (runId: string, kind: string, batchId: string, womanId = '', name = '') =>
    `/office/decide/index?id=${runId}&kind=${kind}&batch=${batchId}&woman=${womanId}&name=${encodeURIComponent(name)}`,
  boardList: (runId: string) => `/office/board-list/index?id=${runId}`,
  draws: (region: string) => `/pages/draws/index?region=${region}`,
  myFile: () => '/pages/my-file/index',
  profile: (womanId: string) => `/office/profile/index?id=${womanId}`,
  /** @param womanId only pairs of this woman */
  sameWoman: (womanId?: string) => `/office/same-woman/index${womanId ? `?womanId=${womanId}` : ''}`,
  staff: () => '/office/staff/index',
  account: () => '/office/account/index',
  records: () => '/office/records/index',
  imports: () => '/office/imports/index',
  import: (id: string) => `/office/import/index?id=${id}`,
  ledger: () => '/office/ledger/index',
  /** @param code without it, the area of her own office */
  region: (code?: string) => `/office/region/index${code ? `?code=${code}` : ''}`,
  glass: () => '/office/glass/index',
  invitation: (code = '') => `/office/invitation/index?code=${code}`,
  scan: (id: string) => `/office/scan/index?id=${id}`,
  drafts: () => '/office/drafts/index',
  stories: () => '/office/stories/index',
  story: (id: string) => `/office/story/index?id=${id}`,
  newStory: (womanId: string) => `/office/story/index?woman=${womanId}`,
  villageBoard: () => '/office/village-board/index',
  checks: () => '/office/checks/index',
  revisions: (id: string) => `/office/revisions/index?id=${id}`,
  write: (id?: string) => `/office/write/index${id ? `?id=${id}` : ''}`,
};

const tabs = [routes.home(), routes.need(), routes.batches(), routes.mine()];

export function isTab(url: string): boolean {
  return tabs.includes(url.split('?')[0] ?? '');
}

/** Opens a page, the way its kind wants. */
export function go(url: string): void {
  void (isTab(url) ? Taro.switchTab({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page in place of this one. */
export function goInstead(url: string): void {
  void (isTab(url) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }));
}

/** Where she is, in our own words. */
export function here(): string {
  const { path = '', params = {} } = Taro.getCurrentInstance().router ?? {};
  return addressIn(path, params);
}

/** On to where she was going: back to it where it lies below this page, so that the way back stays short. */
export function goOn(url: string): void {
  const pages = Taro.getCurrentPages() as { route?: string; options?: object; path?: string }[];
  const below = pages[pages.length - 2];
  const isBelow =
    below !== undefined && addressIn(below.route ?? below.path ?? '', below.options ?? {}) === url;
  if (isBelow && !isTab(url)) void Taro.navigateBack();
  else goInstead(url);
}

/** Back to where she came from, or home when this page was the first. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: routes.home() });
}
