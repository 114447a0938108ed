import zhCN from 'zod/v4/locales/zh-CN.js'
import * as z from 'zod/mini'

/** Contract and configuration errors are read by Chinese-speaking operators, so the validator speaks Chinese. */
export function speakChinese(): void {
  const { localeError } = zhCN()
  z.config({
    localeError: (issue) =>
      // Nobody at a wall reads a regular expression.
      issue.code === 'invalid_format' && issue.format === 'regex' ? '写法不符合要求' : localeError(issue),
  })
}
