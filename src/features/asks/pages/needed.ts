import type { HelpThing, Support } from '../../../matching/index.ts';
import { formatTime, type Page } from '../../../ui/index.ts';
import type { When } from '../needs.ts';

/** "Today", "this week", or the hour she named, in the reader's words. */
export const whenSaid = (page: Page, { needed, at }: When): string =>
  at ? formatTime(page, at, 'moment') : page.t(`asks.needed.${needed}`);

/** "A meal", "Somebody to listen". */
export const whatSaid = ({ t }: Page, { kind, thing }: { kind: Support; thing: HelpThing | null }): string =>
  thing ? t(`asks.thing.${thing}`) : t(`asks.kind.${kind}`);
