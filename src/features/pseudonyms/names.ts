// The names are words of the screen, so they live with the screens' parts: safety shows them as well.
export { anyPseudonym, PSEUDONYM_COUNT, shownPseudonym } from '../../ui/index.ts';
