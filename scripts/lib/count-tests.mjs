// count-tests.mjs REPORT: reads a CTRF report (xunit.v3) or a vitest JSON report and prints "passed failed".
// What did not run is no pass: a skipped test counts as failed, and so does a file that could not be loaded.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))

function ctrf({ summary }) {
  return [summary.passed, summary.tests - summary.passed]
}

function vitest({ testResults, numTotalTests, numPassedTests, success }) {
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = numTotalTests - numPassedTests + unloaded
  return [numPassedTests, failed === 0 && !success ? 1 : failed]
}

const [passed, failed] = report.reportFormat === 'CTRF' ? ctrf(report.results) : vitest(report)
if (!Number.isInteger(passed) || !Number.isInteger(failed)) throw new Error('no counts in the report')
console.log(`${passed} ${failed}`)
