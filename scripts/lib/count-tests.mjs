// count-tests.mjs REPORT: reads a CTRF report (xunit.v3, the browser's) or a vitest JSON report and prints "passed failed".
// count-tests.mjs --failures NAME REPORT: prints each test of part NAME that did not pass, with what it said.
// What did not run is no pass: a skipped test counts as failed, and so does a file that could not be loaded.
import { readFileSync } from 'node:fs'

const namesFailures = process.argv[2] === '--failures'
const report = JSON.parse(readFileSync(process.argv.at(-1), 'utf8'))

function ctrf({ summary, tests }) {
  return {
    passed: summary.passed,
    failed: summary.tests - summary.passed,
    failures: tests.filter(({ status }) => status !== 'passed').map(({ name, status, message, trace }) => [name, status, message, trace]),
  }
}

function vitest({ testResults, numTotalTests, numPassedTests, success }) {
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = numTotalTests - numPassedTests + unloaded.length
  return {
    passed: numPassedTests,
    failed: failed === 0 && !success ? 1 : failed,
    failures: [
      ...unloaded.map((file) => [file.name, 'not loaded', file.message]),
      ...testResults.flatMap((file) => file.assertionResults).filter(({ status }) => status !== 'passed')
        .map(({ fullName, status, failureMessages }) => [fullName, status, ...failureMessages]),
    ],
  }
}

const { passed, failed, failures } = report.reportFormat === 'CTRF' ? ctrf(report.results) : vitest(report)
if (!Number.isInteger(passed) || !Number.isInteger(failed)) throw new Error('no counts in the report')
if (namesFailures) {
  for (const [name, status, ...said] of failures) {
    console.log(`${process.argv[3]}: ${name} (${status})`)
    for (const line of said.filter(Boolean).join('\n').split('\n').slice(0, 40)) console.log(`    ${line}`)
  }
} else {
  console.log(`${passed} ${failed}`)
}
