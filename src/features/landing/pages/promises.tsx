import type { MessageKey } from '../../../platform/i18n/index.ts';
import { Icon, type IconName, type Page, Section } from '../../../ui/index.ts';

const PROMISES: { icon: IconName; title: MessageKey; text: MessageKey }[] = [
  { icon: 'lock', title: 'landing.private', text: 'landing.private-more' },
  { icon: 'hidden', title: 'landing.no-adverts', text: 'landing.no-adverts-more' },
  { icon: 'exit', title: 'landing.leave', text: 'landing.leave-more' },
  { icon: 'home', title: 'landing.yours', text: 'landing.yours-more' },
];

/** Four things kept by how the house is built, and where to read more of them. */
export function Promises({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Section id="promises" title={t('landing.promises')}>
      <ul class="promises">
        {PROMISES.map(({ icon, title, text }) => (
          <li>
            <Icon name={icon} />
            <div>
              <h3>{t(title)}</h3>
              <p>{t(text)}</p>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a class="tap" href="/privacy">
          {t('landing.read-privacy')}
        </a>
      </p>
    </Section>
  );
}
