import { RINGS } from '../../../matching/index.ts';
import { ButtonLink, formatTime, Layout, PrintButton } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { HerMap } from '../her-map.ts';
import { Legend, Picture } from './picture.tsx';
import { inOrder, tieInWords } from './saying.ts';

/** One sheet for her drawer or her counsellor: the picture, and beside it in words what it says. */
export function PrintPage({ page, map, name }: { page: Page; map: HerMap; name: string }) {
  const { t } = page;
  const title = t('ecomap.print.title', { name });
  const date = formatTime(page, new Date(), 'date');
  return (
    <Layout page={page} title={title} current="me">
      <div class="actions no-print">
        <PrintButton page={page} />
        <ButtonLink href="/ecomap" look="text">
          {t('ecomap.print.back')}
        </ButtonLink>
      </div>
      <article class={map.ties.length > FEW ? 'eco-sheet many' : 'eco-sheet'}>
        <h1>{title}</h1>
        <p class="quiet">{t('ecomap.print.made', { date })}</p>
        <Picture page={page} ties={map.ties} />
        <Legend page={page} />
        <ul class="eco-list">
          {RINGS.flatMap((ring) => inOrder(map.ties).filter((tie) => tie.ring === ring)).map((tie) => (
            <li>
              <strong>{tie.name}</strong>{' '}
              <span class="quiet">
                {[t(`ecomap.ring.${tie.ring}`), ...tieInWords(page, tie, map.today)].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </article>
    </Layout>
  );
}

/** With more than these the sheet writes smaller, so that it stays one. */
const FEW = 16;
