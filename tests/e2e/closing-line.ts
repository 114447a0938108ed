import type { FullResult, Reporter, Suite } from '@playwright/test/reporter'

/** Prints the verdict alone on the last line, for people and for scripts alike. */
export default class ClosingLine implements Reporter {
  private suite: Suite | undefined
  private errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite
  }

  /** A server that does not start or a file that does not load: no test failed, and yet the run did. */
  onError(): void {
    this.errors += 1
  }

  onEnd(result: FullResult): void {
    const outcomes = this.suite?.allTests().map((test) => test.outcome()) ?? []
    const count = (...wanted: string[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length
    const unexpected = count('unexpected', 'flaky') + this.errors
    const failed = result.status === 'passed' ? unexpected : Math.max(1, unexpected)
    console.log(`\ne2e: ${count('expected')} passed, ${failed} failed, ${count('skipped')} skipped`)
  }
}
