import type { MessageKey } from '../platform/i18n/index.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import type { Page } from './page.ts';

/** The five places a member can be. */
export type Place = 'plan' | 'circles' | 'ask' | 'calendar' | 'me';

const PLACES: { place: Place; key: MessageKey; icon: IconName }[] = [
  { place: 'plan', key: 'ui.nav.home', icon: 'home' },
  { place: 'circles', key: 'ui.nav.circles', icon: 'circles' },
  { place: 'ask', key: 'ui.nav.ask', icon: 'message' },
  { place: 'calendar', key: 'ui.nav.calendar', icon: 'calendar' },
  { place: 'me', key: 'ui.nav.me', icon: 'me' },
];

/** Within reach of a thumb on a phone; a row under the header on anything wider. */
export function Navigation({ page, current }: { page: Page; current?: Place }) {
  return (
    <nav class="tabs" aria-label={page.t('ui.nav')}>
      <ul>
        {PLACES.map(({ place, key, icon }) => (
          <li>
            <a
              href={`/${place}`}
              class={`tab-${place}`}
              aria-current={place === current ? 'page' : undefined}
            >
              {place !== 'ask' && <Icon name={icon} size={23} />}
              <span>{page.t(key)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
