/** Where an order stands. Names follow the closed loop 受理 → 派单 → 签收 → 办理 → 回访 → 办结. */
export const STAGES = ['dispatch', 'sign', 'process', 'callback'] as const
export type Stage = (typeof STAGES)[number]

/** Where a source says that an order stands that knows no times of its way: in a stage, or closed. */
export const STANDINGS = [...STAGES, 'closed'] as const

/** What an order asks for. Two of them are complaints; a city may have words of its own. */
export const COMPLAINTS = ['投诉', '举报'] as const

/** How an order found its way: by a program, by a person, or answered on the spot. */
export const MODES = ['auto', 'manual', 'direct'] as const

/** What became of an order: still being handled, in time or beyond its limit, or done, in time or too late. */
export const OUTCOMES = ['open', 'overdue', 'closed', 'late'] as const
export type Outcome = (typeof OUTCOMES)[number]
