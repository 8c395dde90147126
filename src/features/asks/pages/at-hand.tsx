import { Card, Icon, type IconName, type Page } from '../../../ui/index.ts';

const WAYS: { href: string; icon: IconName; words: 'directory' | 'search' | 'lines' }[] = [
  { href: '/directory', icon: 'professional', words: 'directory' },
  { href: '/search', icon: 'search', words: 'search' },
  { href: '/help-now', icon: 'phone', words: 'lines' },
];

/** Where the answer may stand already: nobody need be asked for it. */
export function AtHand({ page, query }: { page: Page; query?: string }) {
  const { t } = page;
  return (
    <Card as="section" quiet labelledby="at-hand">
      <h2 id="at-hand">{t('asks.at-hand')}</h2>
      <ul class="ways">
        {WAYS.map(({ href, icon, words }) => (
          <li>
            <a href={words === 'search' && query ? `${href}?q=${encodeURIComponent(query)}` : href}>
              <Icon name={icon} />
              <span>{t(`asks.at-hand.${words}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
