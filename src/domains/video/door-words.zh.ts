/** What leads to the map of cameras. */
export const words = { title: '镜头分布', map: '镜头地图', door: '打开镜头分布图' }
export type Words = typeof words
