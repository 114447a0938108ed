import { counted, listed, type DomainFields } from '../field'

export const fields: DomainFields = {
  operation: {
    received: counted('件', '全市今日受理的热线工单数；不知道为 null'),
    towns: listed('不限', '各镇街，地图按它着色；某项按镇街分不出则为 null 或不写'),
    'towns.[].code': '镇街的行政区划代码，与地图相同',
    'towns.[].name': '镇街名称',
    'towns.[].received': counted('件', '今日受理的热线工单数'),
    'towns.[].low': counted('件', '该镇街到此刻的受理量的常态下限'),
    'towns.[].high': counted('件', '该镇街到此刻的受理量的常态上限'),
    'towns.[].cameras': counted('路', '视频路数'),
    'towns.[].offline': counted('路', '其中离线的路数'),
    'towns.[].halls': counted('个', '政务大厅数'),
  },
}
