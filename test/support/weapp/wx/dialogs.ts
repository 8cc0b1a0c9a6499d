import { WxFailure, type Area, type Host } from './host';

// prettier-ignore
const shown = [
  'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle', 'setNavigationBarColor', 'pageScrollTo',
  'startPullDownRefresh', 'stopPullDownRefresh', 'showTabBar', 'hideTabBar', 'setTabBarItem', 'setTabBarBadge', 'removeTabBarBadge',
  'showTabBarRedDot', 'hideTabBarRedDot', 'previewImage', 'showShareMenu', 'hideShareMenu', 'showNavigationBarLoading',
  'enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'hideNavigationBarLoading', 'setBackgroundColor', 'setBackgroundTextStyle', 'hideKeyboard',
];

/** What the app shows her beside its pages; each call is written down in `phone.calls`. */
export function dialogs({ phone }: Host): Area {
  return {
    later: {
      ...Object.fromEntries(shown.map((name) => [name, () => undefined])),
      showModal: (asked) => {
        const said = phone.answers.modal(asked);
        const { confirm, content } = typeof said === 'boolean' ? { confirm: said, content: undefined } : said;
        return { confirm, cancel: !confirm, ...(asked.editable === true ? { content: content ?? '' } : {}) };
      },
      showActionSheet: ({ itemList }) => {
        const entries = itemList as readonly string[];
        if (entries.length > 6) throw new WxFailure('parameter error: itemList should not exceed 6 items');
        const tapIndex = phone.answers.actionSheet(entries);
        if (tapIndex === undefined) throw new WxFailure('cancel');
        return { tapIndex };
      },
      setClipboardData: ({ data }) => void (phone.clipboard = String(data)),
      getClipboardData: () => ({ data: phone.clipboard }),
    },
  };
}
