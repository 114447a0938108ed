/** serving: a ticket is at the counter; idle: open, nobody in its queue; paused: comes back today; closed: does not. */
export const COUNTER_STATES = ['serving', 'idle', 'paused', 'closed'] as const
/** GB/T 39734 names five levels, best first; 差评 are the last two. */
export const LEVELS = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'] as const
/** What happens to a bad review until it is closed. */
export const CLOSURE = ['received', 'verified', 'rectifying', 'callback'] as const
export const TERMINAL_FAULTS = ['offline', 'paper', 'reader', 'printer'] as const
