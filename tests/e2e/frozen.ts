/** The moment at which a frozen link stands, in the time of the cities. */
export const FROZEN_AT = '2026-11-18T10:42:00+08:00'
