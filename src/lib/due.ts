import { durationText } from './format'
import { words } from './words'

/** `剩 1 时 48 分` before the deadline, `已超 41 分` after it. */
export function dueText(due: number, now: number): string {
  return due >= now ? words.due.left(durationText(due - now)) : words.due.over(durationText(now - due))
}
