/**
 * WeChat wants this component where a tab bar is custom. The bar itself is drawn by each tab's page,
 * so that the browser build, which knows no custom tab bar, shows the same one.
 */
export default function CustomTabBar() {
  return null;
}
