// Short display names. Dropping the suffix is right for most towns; the rest are spelled out here.

const SPELLED = {
  340602400: '杜集开发区',
  340603002: '东街',
  340603003: '西街',
  340603400: '相山开发区',
  340604003: '百善街道', // 百善镇 of 濉溪县 would read the same
  340604400: '烈山工业园',
  340621108: '百善镇',
  340621400: '濉溪开发区',
  340621401: '芜湖产业园',
  340722400: '枞阳开发区',
  429004112: '沔城',
  429004401: '九合垸',
  429004402: '沙湖原种', // 沙湖镇 is another town
  429004404: '五湖',
  429004405: '赵西垸',
  429004407: '良种场',
  429004408: '排湖',
  441622127: '龙川上坪', // two towns of Heyuan are called 上坪镇
  441623101: '连平上坪',
}

/** Name on the tile: '石井街道' → '石井'. Unique within a city (checked by the unit tests). */
export const shortName = (code, name) => SPELLED[code] ?? name.replace(/(街道|镇|乡)$/, '')
