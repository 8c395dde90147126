import { RINGS } from '../../../matching/index.ts';
import { Actions, Button, Form } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { HerMap } from '../her-map.ts';
import type { Tie } from '../map.ts';
import { inOrder, tieInWords } from './saying.ts';

/** The picture in words, from the light outward; each can be moved, noted and opened from here. */
export function TieList({ page, map }: { page: Page; map: HerMap }) {
  const { t } = page;
  const ties = inOrder(map.ties);
  return (
    <>
      {RINGS.map((ring) => {
        const here = ties.filter((tie) => tie.ring === ring);
        if (here.length === 0) return null;
        return (
          <section aria-labelledby={`ring-${ring}`}>
            <h3 id={`ring-${ring}`}>{t(`ecomap.ring.${ring}`)}</h3>
            <ul class="eco-list">
              {here.map((tie) => (
                <TieRow page={page} tie={tie} today={map.today} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function TieRow({ page, tie, today }: { page: Page; tie: Tie; today: string }) {
  const { t } = page;
  const { id, name, ring } = tie;
  return (
    <li id={`tie-${id}`}>
      <h4>{name}</h4>
      <p class="quiet">{tieInWords(page, tie, today).join(' · ')}</p>
      <Actions>
        <a class="btn text" href={`/ecomap/ties/${id}`} aria-label={t('ecomap.edit-of', { name })}>
          {t('ecomap.edit')}
        </a>
        {(['closer', 'further'] as const).map((way) => {
          const to = way === 'closer' ? ring - 1 : ring + 1;
          if (to < 1 || to > 3) return null;
          return (
            <Form page={page} action={`/ecomap/ties/${id}/ring`} inline>
              <Button look="text" name="ring" value={String(to)} label={t(`ecomap.${way}-of`, { name })}>
                {t(`ecomap.${way}`)}
              </Button>
            </Form>
          );
        })}
        {tie.lastContact !== today && (
          <Form page={page} action={`/ecomap/ties/${id}/contact`} inline>
            <Button look="text" label={t('ecomap.touched-of', { name })}>
              {t('ecomap.touched')}
            </Button>
          </Form>
        )}
      </Actions>
    </li>
  );
}
