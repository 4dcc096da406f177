/** Sockets of the database driver may outlive the last test; the results are complete by then. */
const LEFT_OPEN_MS = 10_000;

/** Prints the run's totals as the very last line, in a form any CI can read: `N passed, N failed, N skipped`. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    process.on('exit', () => process.stderr.write(`${line}\n`));
    setTimeout(() => process.exit(results.success ? 0 : 1), LEFT_OPEN_MS).unref();
  }
}
