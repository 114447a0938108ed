import { weekday } from '../../lib/calendar'

/** 上周三同时: what a figure is compared with. A label in the city's answers, so in the language of its data. */
export const sameDayText = (now: number): string => `上周${'日一二三四五六'[weekday(now)] ?? ''}同时`
