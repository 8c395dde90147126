// Bold and italic are how something is said, not what: stars around a word, or in pairs, are taken off. One within a word
// ("k*ll") is a letter left out, and stays.
const EMPHASIS = /\*{2,}|(?<![\p{L}\p{N}])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}])/gu;

/** A text as it is said, without the marks it is written with. */
export const asSpoken = (text: string): string => text.replace(EMPHASIS, '');
