import { Icon, type Page } from '../../../ui/index.ts';
import { type HelplineShown, hrefOf } from '../../helplines/index.ts';

const ICONS = { call: 'phone', text: 'message', chat: 'message', web: 'external' } as const;

/** Who answers this minute: stands beside every promise of a call, because a call later is not help now. */
export function LinesNow({
  page,
  lines,
  titled = true,
}: {
  page: Page;
  lines: HelplineShown[];
  titled?: boolean;
}) {
  const { t } = page;
  const language = page.locale === 'es' ? 'es' : 'en';
  return (
    <div class="flow">
      {titled && (
        <p>
          <b>{t('callbacks.now')}</b> {t('callbacks.not-emergency')}
        </p>
      )}
      <ul class="ways">
        {lines.map(({ name, ways: [way] }) => (
          <li>
            <a href={hrefOf(way!)} rel="noreferrer">
              <Icon name={ICONS[way!.kind]} />
              <span>
                {t(`helplines.way.${way!.kind}`, { to: way!.label })}
                <small>{name[language]}</small>
              </span>
            </a>
          </li>
        ))}
        <li>
          <a href="/help-now">
            <Icon name="help" />
            <span>{t('ui.help-now')}</span>
          </a>
        </li>
      </ul>
    </div>
  );
}
