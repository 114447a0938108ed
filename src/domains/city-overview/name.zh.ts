/** As the domain is spoken of in a sentence. It loads with the manifest, before any table of words. */
export const name = '城市态势'
