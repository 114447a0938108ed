import { DAY, isoDate } from '../../src/lib/calendar'

export interface Question {
  readonly region: string | null
  readonly parts: Readonly<Record<string, string>>
}

/** What is asked of a study at a moment (epoch ms), one of each thing that narrows it. */
export function questionsAt(now: number): readonly Question[] {
  const ago = (days: number) => isoDate(now - days * DAY)
  const whole = (parts: Question['parts']): Question => ({ region: null, parts })
  return [
    whole({}),
    { region: '440111103', parts: {} },
    whole({ from: ago(14), to: ago(1) }),
    whole({ from: ago(3), to: ago(20), category: '噪声扰民' }),
    whole({ week: '1-5', hours: '9-11', outcome: 'closed,late' }),
    whole({ town: '440111103,440111113', dept: '区城管局' }),
    { region: '440111103', parts: { category: '占道经营,停车管理', hours: '18-23' } },
    whole({ category: '没有这个类别' }),
    whole({ topic: '车位不足,噪声扰民甲', hours: '0-20' }),
    { region: '440111103', parts: { category: '停车管理', topic: '车位不足' } },
    whole({ week: '7', outcome: 'overdue' }),
  ]
}
