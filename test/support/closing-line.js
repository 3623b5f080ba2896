/** Ends a run with one plain line that a person and a machine can read. A file that does not even load has failed. */
class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, testResults }) {
    const unloaded = testResults.filter(({ testExecError, numFailingTests }) => testExecError && numFailingTests === 0);
    // What this machine cannot try is said by name: it is not counted as passed.
    const skipped = testResults.flatMap((file) => file.testResults).filter(({ status }) => status === 'pending');
    const reasons = new Set(skipped.map(({ ancestorTitles }) => ancestorTitles.join(' ')));
    const said = [...reasons].filter((title) => title.includes('SKIPPED')).map((title) => `${title}\n`);
    const line = `${numPassedTests} passed, ${numFailedTests + unloaded.length} failed`;
    // Only when all has been said: jest adds its own summary last.
    process.once('exit', () => process.stdout.write(`\n${said.join('')}${line}\n`));
  }
}

module.exports = ClosingLine;
