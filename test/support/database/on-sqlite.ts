/** Jest's setup file of the specs that run on SQLite. */
process.env.TEST_DATABASE = 'sqlite';
