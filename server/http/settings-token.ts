/** Injects the settings read at start. */
export const SETTINGS = Symbol('settings');
