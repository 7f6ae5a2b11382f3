// A CTRF report (ctrf.io) of what node:test told.

/** @param tests data of test:pass and test:fail, with `passed` */
export function ctrf(tests, start, stop) {
  // With --only, the others are told as skipped; that is no failure but what was asked for.
  const rows = tests.filter(({ skip }) => skip !== 'test name does not match pattern').map((test) => ({
    name: test.name,
    status: test.skip !== undefined ? 'skipped' : test.todo !== undefined ? 'pending' : test.passed ? 'passed' : 'failed',
    duration: Math.round(test.details.duration_ms),
    ...(typeof test.skip === 'string' ? { message: test.skip } : {}),
    ...(test.passed ? {} : { message: String(test.details.error?.cause?.message ?? test.details.error?.message), trace: test.details.error?.cause?.stack }),
  }))
  const count = (status) => rows.filter((row) => row.status === status).length
  return {
    reportFormat: 'CTRF', specVersion: '0.0.0',
    results: {
      tool: { name: 'node:test' },
      summary: { tests: rows.length, passed: count('passed'), failed: count('failed'), skipped: count('skipped'), pending: count('pending'), other: 0, start, stop },
      tests: rows,
    },
  }
}
