/** Ends a run with one plain line that a person and a machine can read. A file that does not even load has failed. */
class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, testResults }) {
    const unloaded = testResults.filter(({ testExecError, numFailingTests }) => testExecError && numFailingTests === 0);
    const line = `${numPassedTests} passed, ${numFailedTests + unloaded.length} failed`;
    // Only when all has been said: jest adds its own summary last.
    process.once('exit', () => process.stdout.write(`\n${line}\n`));
  }
}

module.exports = ClosingLine;
