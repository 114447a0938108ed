import * as z from 'zod/mini'
import { course, daySeries, measure, rateMeasure } from '../../src/contract/measure'
import { counted, series, type Fields } from './field'

/** Shapes that many fields have: published once under `$defs`, and referred to. */
export const shapes = z.registry<{ readonly id: string }>()
shapes.add(measure, { id: 'measure' })
shapes.add(rateMeasure, { id: 'rateMeasure' })
shapes.add(daySeries, { id: 'daySeries' })
shapes.add(course, { id: 'course' })

interface Shape {
  readonly about: string
  readonly fields: Fields
}

const MEASURE: Fields = {
  value: counted('见 unit', '数值；不知道为 null，不要写 0'),
  unit: '单位，随数值显示',
  period: '数值覆盖什么时候，例如 此刻、今日 0 时至今、近 30 日',
  compare: '与自身相比的一个数',
  'compare.label': '与什么时候相比，例如 上周三同时、昨',
  'compare.value': counted('见 unit', '那时的数值'),
}

/** What is said of each of them, by its id. */
export const SHAPE_FIELDS: Readonly<Record<string, Shape>> = {
  measure: {
    about: '一个运行数字，连同单位、时段与比较。口径、算法与阈值按指标取自 config/metrics',
    fields: {
      ...MEASURE,
      normal: '自身的常态区间：同一星期几、同一时刻的 P10–P90',
      'normal.low': counted('见 unit', '常态下限'),
      'normal.high': counted('见 unit', '常态上限'),
    },
  },
  rateMeasure: {
    about: '一个百分数，98.65 即 98.65 %；分母为 0 时 value 为 null',
    fields: {
      ...MEASURE,
      value: counted('%', '百分数；不知道或分母为 0 时为 null'),
      'compare.value': counted('%', '那时的百分数'),
    },
  },
  daySeries: {
    about: '一天的走势，等间隔',
    fields: {
      startHour: counted('时', '首项所在的小时'),
      stepMinutes: counted('分', '两项的间隔'),
      now: series('随字段', '由早到晚', '今天的数；数据时间之后的各项为 null'),
      low: series('随字段', '由早到晚，与 now 同长', '常态下限；没有历史则不写'),
      high: series('随字段', '由早到晚，与 now 同长', '常态上限；没有历史则不写'),
      weeks: counted('周', '常态区间由几周的历史得出，各时段中最少的；不清楚则不写'),
    },
  },
  course: {
    about: '从某一时刻起的走势，等间隔；地图每格一条',
    fields: {
      from: '首项开始的时刻',
      stepMinutes: counted('分', '两项的间隔'),
      now: series('随字段', '由早到晚', '各时段的数；未到或不知道的各项为 null'),
      low: series('随字段', '由早到晚，与 now 同长', '常态下限；没有历史则不写'),
      high: series('随字段', '由早到晚，与 now 同长', '常态上限；没有历史则不写'),
      weeks: counted('周', '常态区间由几周的历史得出，各时段中最少的；不清楚则不写'),
    },
  },
}
