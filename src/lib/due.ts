import { durationText } from './format'

/** `剩 1 时 48 分` before the deadline, `已超 41 分` after it. */
export function dueText(due: number, now: number): string {
  return due >= now ? `剩 ${durationText(due - now)}` : `已超 ${durationText(now - due)}`
}
