import { posix } from 'node:path';
import type { Build } from '../build';

const tags =
  'view|text|button|input|textarea|image|icon|label|form|picker|picker-view|switch|slider|progress|navigator|checkbox|checkbox-group|radio|radio-group|rich-text|scroll-view|swiper|swiper-item';

/** How WeChat draws its own elements before the app says anything. */
export const ownStyles = `
* { box-sizing: border-box }
html, body { margin: 0; min-height: 100% }
body { font-family: sans-serif; -webkit-tap-highlight-color: transparent }
wx-page, wx-view, wx-form, wx-scroll-view, wx-swiper, wx-swiper-item, wx-picker, wx-picker-view, wx-rich-text, wx-radio-group, wx-checkbox-group { display: block }
wx-scroll-view { overflow: auto }
wx-swiper { height: 150px; overflow: hidden }
wx-swiper-item { height: 100% }
wx-text { white-space: pre-wrap }
wx-button { display: block; position: relative; margin: 0 auto; padding: 0 14px; border-radius: 5px; background: #f8f8f8; color: #000; font-size: 18px; line-height: 2.55556; text-align: center; overflow: hidden; cursor: pointer }
wx-button::after { content: ''; position: absolute; inset: 0; border: 1px solid rgba(0, 0, 0, .2); border-radius: inherit; pointer-events: none }
wx-button[type=primary] { background: #07c160; color: #fff }
wx-button[type=warn] { background: #e64340; color: #fff }
wx-button[size=mini] { display: inline-block; font-size: 13px; line-height: 2.3 }
wx-button[disabled]:not([type]) { color: rgba(0, 0, 0, .3); background: #f7f7f7 }
wx-input, wx-textarea { display: block }
wx-input { height: 1.4rem; min-height: 1.4rem; overflow: hidden }
wx-textarea { width: 300px; height: 150px }
wx-input > input, wx-textarea > textarea { width: 100%; height: 100%; padding: 0; border: 0; outline: 0; resize: none; background: transparent; font: inherit; color: inherit; text-align: inherit }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden }
wx-image > img { display: block; width: 100%; height: 100%; object-fit: fill }
wx-image[mode=aspectFill] > img { object-fit: cover }
wx-image[mode=aspectFit] > img { object-fit: contain }
wx-image[mode=widthFix] { height: auto } wx-image[mode=widthFix] > img { height: auto }
wx-image[mode=heightFix] { width: auto } wx-image[mode=heightFix] > img { width: auto }
wx-checkbox, wx-radio { display: inline-flex; align-items: center }
wx-checkbox::before, wx-radio::before { content: ''; width: 22px; height: 22px; margin-right: 5px; border: 1px solid #d1d1d1; border-radius: 3px; background: #fff; color: #09bb07; line-height: 20px; text-align: center }
wx-radio::before { border-radius: 50% }
wx-checkbox[checked]::before, wx-radio[checked]::before { content: '✓' }
wx-switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; padding: 2px }
wx-switch::before { content: ''; display: block; width: 28px; height: 28px; border-radius: 50%; background: #fff }
wx-switch[checked] { background: #04be02 } wx-switch[checked]::before { margin-left: 20px }
wx-slider { display: block; margin: 10px 18px; padding: 13px 0 } wx-slider::before { content: ''; display: block; height: 2px; background: #e9e9e9 }
[hidden] { display: none !important }
`;

/** The style sheets of the page that is shown, in words that a browser knows. */
export function stylesOf(build: Build, route: string): string {
  return ['app.wxss', `${route}.wxss`, 'custom-tab-bar/index.wxss']
    .map((file) => styleSheet(build, file, new Set()))
    .join('\n')
    .replace(/(-?[\d.]+)rpx/g, 'calc($1 * 100vw / 750)')
    .replace(/(^|[\s,>+~}])page(?=[\s,.:{>+~#[])/g, '$1body')
    .replace(new RegExp(`(^|[\\s,>+~}])(${tags})(?=[\\s,.:{>+~#[])`, 'g'), '$1wx-$2');
}

function styleSheet(build: Build, file: string, seen: Set<string>): string {
  if (seen.has(file) || !build.has(file)) return '';
  seen.add(file);
  return build.read(file).replace(/@import\s+["']([^"']+)["'];?/g, (_, wanted: string) => {
    return styleSheet(
      build,
      wanted.startsWith('/') ? wanted.slice(1) : posix.join(posix.dirname(file), wanted),
      seen,
    );
  });
}
