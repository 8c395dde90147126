import { raw } from 'hono/html';
import { remember } from '../../platform/memory/index.ts';
import { asset, Icon, type Page } from '../../ui/index.ts';
import { grouped, type HelplineShown, helplinesFor, hrefOf } from '../helplines/index.ts';

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
  const few = fewest(lines);
  return (
    <>
      <div class="note warm care-note" data-care={asset('triage.js')} role="status" hidden>
        <Icon name="help" />
        <div>
          <p>{t('safety.before')}</p>
          <ul>
            {few.map(({ name, ways: [way] }) => (
              <li>
                <a href={hrefOf(way!)} rel="noreferrer">
                  {t(`helplines.way.${way!.kind}`, { to: way!.label })}
                </a>{' '}
                <small>{name[language]}</small>
              </li>
            ))}
            <li>
              <a href="/help-now">{t('safety.after-more')}</a>
            </li>
          </ul>
        </div>
      </div>
      <Plain page={page} line={few[0]} />
    </>
  );
}

/** Where no script can notice anything, one quiet line stands there always. */
function Plain({ page, line }: { page: Page; line: HelplineShown | undefined }) {
  const [way] = line?.ways ?? [];
  return (
    <noscript>
      <p class="quiet">
        {page.t('safety.before-plain')}{' '}
        {way && <a href={hrefOf(way)}>{page.t(`helplines.way.${way.kind}`, { to: way.label })}</a>} ·{' '}
        <a href="/help-now">{page.t('ui.help-now')}</a>
      </p>
    </noscript>
  );
}

/** Somebody to talk to first, then the emergency number, then those who know violence at home: three, by their names. */
function fewest(lines: HelplineShown[]): HelplineShown[] {
  const first = (fits: (line: HelplineShown) => boolean) => lines.filter(fits).slice(0, 1);
  const chosen = [
    ...first((line) => line.for.includes('mood')),
    ...first((line) => Boolean(line.emergency)),
    ...first((line) => line.for.includes('violence')),
    ...lines,
  ];
  return [...new Set(chosen)].filter(({ ways }) => ways.length > 0).slice(0, 3);
}
