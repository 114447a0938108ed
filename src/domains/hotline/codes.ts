/** Where an order stands. Names follow the closed loop 受理 → 派单 → 签收 → 办理 → 回访 → 办结. */
export const STAGES = ['dispatch', 'sign', 'process', 'callback'] as const
export type Stage = (typeof STAGES)[number]
