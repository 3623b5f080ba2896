/** `npm run test:long`: the random tests at length. What follows goes to jest; EWS_OPERATIONS and EWS_SEED may be given. */
const { run } = require('jest');

process.env.EWS_OPERATIONS ??= '50000';

run(['test/reading/oracle', 'test/api/locks', 'test/api/hidden-changes', ...process.argv.slice(2)]);
