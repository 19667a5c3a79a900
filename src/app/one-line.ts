/** What somebody typed, or put into a cell, as one line without loose ends; nothing typed is the empty line. */
export const oneLine = (typed = ''): string => typed.replace(/\s+/g, ' ').trim();
