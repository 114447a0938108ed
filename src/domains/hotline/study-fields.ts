/** Fields that a study narrows by and counts, each by its few values. */
export const FIELDS = ['category', 'topic', 'town', 'dept', 'outcome'] as const
export type Field = (typeof FIELDS)[number]

/** Days looked at: a year of whole weeks, so that each weekday is there as often as any other. */
export const STUDIED_DAYS = 364

/** Values told of a field; of more the most frequent. */
export const MOST_PARTS = 400
