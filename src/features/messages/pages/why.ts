import type { Page } from '../../../ui/index.ts';
import type { Talk } from '../talk.ts';

/** The reason of a request in the reader's language, or in the asker's own words. */
export const why = ({ t }: Page, { because, reason }: Talk): string =>
  because ? t(`messages.because.${because}`) : reason;
