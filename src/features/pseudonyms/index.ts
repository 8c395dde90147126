// The door of the pseudonyms: names for whoever writes without hers, in the reader's language.
export { anyPseudonym, PSEUDONYM_COUNT, shownPseudonym } from './names.ts';
