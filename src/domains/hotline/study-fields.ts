/** Fields that a study narrows by and counts, each by its few values. */
export const FIELDS = ['category', 'topic', 'town', 'dept', 'outcome'] as const
export type Field = (typeof FIELDS)[number]
