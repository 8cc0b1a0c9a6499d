import { ensureBuilt } from './build.mjs';

ensureBuilt(['server', 'h5']);
const production = process.env.NODE_ENV === 'production';
await import(production ? '../dist/server/main.js' : '../dist/test/support/demo/main.js');
