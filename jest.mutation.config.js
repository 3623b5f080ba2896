const whole = require('./jest.config.js');

/** The tests that need no database: thousands of mutants are tried against them. */
/** @type {import('jest').Config} */
module.exports = {
  ...whole,
  testMatch: ['<rootDir>/test/policy/**/*.test.ts'],
  globalSetup: undefined,
  globalTeardown: undefined,
  reporters: ['default'],
};
