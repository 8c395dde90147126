import { formatTime, type Page, Section } from '../../../ui/index.ts';
import { FIGURE_WEEKS, type Figures } from '../desk.ts';
import { waited } from './saying.ts';

/** How well the promise is kept; where too few asked to say anything of nobody, nothing. */
export function FiguresOf({ page, figures }: { page: Page; figures: Figures[] }) {
  const { t } = page;
  const whole = figures.find(({ week }) => week === null);
  const weeks = figures.filter(({ week }) => week !== null);
  return (
    <Section title={t('callbacks.figures')} id="figures">
      {whole ? (
        <p>{said(page, whole)}</p>
      ) : (
        <p class="quiet">{t('callbacks.figures-few', { weeks: FIGURE_WEEKS })}</p>
      )}
      {weeks.length > 0 && (
        <dl class="where-waits">
          {weeks.map((one) => (
            <div>
              <dt>
                {t('callbacks.week-of', {
                  day: formatTime(
                    { lang: page.lang, timeZone: 'UTC' },
                    new Date(`${one.week}T12:00:00Z`),
                    'date',
                  ),
                })}
              </dt>
              <dd>{said(page, one)}</dd>
            </div>
          ))}
        </dl>
      )}
      {whole && <p class="quiet">{t('callbacks.figures-how')}</p>}
    </Section>
  );
}

function said(page: Page, { asked, reached, promised, kept, median, slow }: Figures): string {
  const share = (some: number, of: number) => Math.round((100 * some) / Math.max(1, of));
  return page.t('callbacks.figures-said', {
    asked,
    reached: share(reached, asked),
    kept: share(kept, promised),
    median: median === null ? '–' : waited(page, median),
    slow: slow === null ? '–' : waited(page, slow),
  });
}
