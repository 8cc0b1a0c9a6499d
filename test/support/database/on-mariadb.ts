/** Jest's setup file of the specs that run on MariaDB. */
process.env.TEST_DATABASE = 'mariadb';
