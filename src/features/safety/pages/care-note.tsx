import { raw } from 'hono/html';
import { remember } from '../../../platform/memory/index.ts';
import { asset, Icon, type Page } from '../../../ui/index.ts';
import { grouped, helplinesFor, hrefOf } from '../../helplines/index.ts';

const drawn = remember<string>(50);

/**
 * Waits unseen in a writing form until heavy words are typed, which the browser alone notices: nothing leaves it before
 * she posts. Drawn once for a language and a place.
 */
export function CareNote({ page }: { page: Page }) {
  const place = `${page.community?.country ?? ''}/${page.community?.region ?? ''}`;
  const day = new Date().toISOString().slice(0, 10);
  return raw(drawn(`${page.locale} ${place} ${day}`, () => String(<Note page={page} />)));
}

function Note({ page }: { page: Page }) {
  const { t } = page;
  const language = page.locale === 'es' ? 'es' : 'en';
  const { country = null, region = null } = page.community ?? {};
  const lines = grouped(helplinesFor({ country, region, language, now: new Date() })).danger;
  const ways = lines.flatMap(({ ways }) => ways.slice(0, 1)).slice(0, 3);
  return (
    <div class="note warm care-note" data-care={asset('triage.js')} role="status" hidden>
      <Icon name="help" />
      <div>
        <p>{t('safety.before')}</p>
        <p>
          {ways.map((way) => (
            <>
              <a href={hrefOf(way)} rel="noreferrer">
                {t(`helplines.way.${way.kind}`, { to: way.label })}
              </a>{' '}
              ·{' '}
            </>
          ))}
          <a href="/help-now">{t('ui.help-now')}</a>
        </p>
      </div>
    </div>
  );
}
