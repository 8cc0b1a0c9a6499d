/** WeChat needs nothing of what a browser must be told. */
export function helpTheBrowser(): void {}
