import { ensureBuilt } from './build.mjs';

ensureBuilt(['server']);
await import('../dist/server/secrecy/rotate-keys.js');
