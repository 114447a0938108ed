interface Question {
  readonly region: string | null
  readonly parts: Readonly<Record<string, string>>
}

const whole = (parts: Question['parts']): Question => ({ region: null, parts })

/** What is asked of a list of orders, one of each word of the grammar. */
export const questions: readonly Question[] = [
  whole({}),
  whole({ sort: '-acceptedAt', limit: '20' }),
  whole({ stage: 'process', sort: '-acceptedAt', limit: '7' }),
  whole({ stage: 'dispatch', limit: '5000' }),
  { region: '440111103', parts: { category: '噪声扰民' } },
  whole({ sort: 'dept', limit: '5000' }),
  whole({ sort: '-repeats', limit: '5000' }),
  whole({ dept: '没有这个单位' }),
  whole({ q: '江高鎮 噪聲', limit: '5000' }),
  whole({ q: '２６　擾民', sort: '-acceptedAt' }),
  { region: '440111103', parts: { q: '扰民', group: 'stage' } },
  whole({ group: 'stage' }),
  whole({ group: 'dept' }),
  { region: '440111103', parts: { group: 'category' } },
]
