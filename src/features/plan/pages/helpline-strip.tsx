import { Icon } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { type HelplineShown, hrefOf } from '../../helplines/index.ts';
import { linesAtHand } from '../options/at-hand.ts';
import { shortLabel } from '../options/reach.ts';

/** Two helplines of her place and language, always at hand, and the way to all of them. */
export function HelplineStrip({
  page,
  lines,
  gentle,
}: {
  page: Page;
  lines: HelplineShown[];
  gentle: boolean;
}) {
  const { t } = page;
  const spoken = page.locale === 'es' ? 'es' : 'en';
  return (
    <aside class="card sunk lines" aria-labelledby="lines-title">
      <h2 id="lines-title">{t('plan.lines.title')}</h2>
      <ul class="plain-list">
        {linesAtHand(lines, gentle).map((line) => {
          const way = line.ways[0];
          return (
            <li>
              <span>{line.name[spoken]}</span>
              {way && (
                <a href={hrefOf(way)}>
                  <Icon
                    name={way.kind === 'call' ? 'phone' : way.kind === 'text' ? 'message' : 'external'}
                    size={18}
                  />
                  {shortLabel(way.label)}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      <a class="no-print" href="/help-now">
        {t('plan.lines.all')}
      </a>
    </aside>
  );
}
