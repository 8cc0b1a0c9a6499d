import { ensureBuilt } from './build.mjs';

ensureBuilt(['server']);
await import('../dist/server/assignment/replay.js');
