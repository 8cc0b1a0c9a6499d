/**
 * One project per kind of test. `npx jest -c config/jest.config.js --selectProjects rules` runs one kind;
 * the server's specs run once on each engine, chosen by TEST_DATABASE in the project's environment.
 */
const { join } = require('node:path');

const nestIsEsm =
  '/node_modules/(?!(@nestjs|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|light-my-request|cookie|uuid|qr)/)';

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
};

const project = (displayName, folder, more = {}) => ({
  displayName,
  rootDir: join(__dirname, '..'),
  roots: ['<rootDir>/test'],
  testMatch: [`<rootDir>/test/${folder}/**/*.spec.{ts,tsx}`],
  transform: { '^.+\\.(t|j|mj)sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [nestIsEsm],
  ...more,
});

module.exports = {
  projects: [
    project('rules', 'rules'),
    project('architecture', '.', { testMatch: ['<rootDir>/test/architecture.spec.ts'] }),
    project('sqlite', 'server', { setupFiles: ['<rootDir>/test/support/database/on-sqlite.ts'] }),
    project('mariadb', 'server', {
      setupFiles: ['<rootDir>/test/support/database/on-mariadb.ts'],
      globalSetup: '<rootDir>/test/support/database/start-mariadb.ts',
      globalTeardown: '<rootDir>/test/support/database/stop-mariadb.ts',
    }),
    project('miniapp', 'miniapp'),
    project('journeys', 'journeys'),
  ],
};
