/** Values of records that every kind writes alike. */
export const words = { yes: '是', no: '否' }
export type Words = typeof words
