/** Height in u of a row of the lists that take one line (`.row` of Lists.module.css). */
export const LIST_ROW = 38
