import zhCN from 'zod/v4/locales/zh-CN.js'
import * as z from 'zod/mini'

/** Contract and configuration errors are read by Chinese-speaking operators, so the validator speaks Chinese. */
export function speakChinese(): void {
  z.config(zhCN())
}
