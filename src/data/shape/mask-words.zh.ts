/**
 * What is written over personal data. It becomes part of the document, so it is in the language of the data and not of the screen:
 * this table has no other languages.
 */
export const words = { hidden: '已隐藏', citizen: '市民' }
