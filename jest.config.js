/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  transform: { '^.+\\.(?:ts|m?js)$': ['@swc/jest'] },
  // These are ES modules only, which jest cannot require: swc makes them, and what they bring, what the rest is.
  transformIgnorePatterns: ['^(?!.*/node_modules/(?:openid-client|oauth4webapi|oidc-provider|hucre)/).*/node_modules/'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
  // Two cores is what a small machine has; a test that waits for Postgres leaves one free.
  maxWorkers: 2,
  // For what hangs, not for what is slow: a test may share its machine with much else.
  testTimeout: 60_000,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.stryker-tmp/'],
  collectCoverageFrom: ['{src,schema,resolvers,entities,seeds}/**/*.ts'],
  coverageProvider: 'babel',
};
