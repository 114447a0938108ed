/**
 * Whether a figure is of the last 24 hours, by its own word for its period: before the morning they stand for a day that has just begun.
 * A document that comes finished may speak of the day all night, and is taken at its word.
 */
export const isLast24 = (period: string): boolean => /^近 ?24/.test(period)
