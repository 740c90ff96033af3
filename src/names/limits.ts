/** What is longer is cut here, so that hostile input costs no more than a long name. Counted in UTF-16 units. */
export const MAX_NAME_LENGTH = 400;
/** Words of one name; the rest is left out. */
export const MAX_NAME_WORDS = 16;
/** Letters of one folded token that take part in a comparison; the longest names in use have about 20. */
export const MAX_TOKEN_LETTERS = 28;
