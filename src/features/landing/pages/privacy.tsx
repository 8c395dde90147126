import type { MessageKey } from '../../../platform/i18n/index.ts';
import { Layout, type Page, PageHead } from '../../../ui/index.ts';

const PARTS: { title: MessageKey; says: MessageKey[] }[] = [
  {
    title: 'landing.privacy.kept',
    says: [
      'landing.privacy.kept-account',
      'landing.privacy.kept-answers',
      'landing.privacy.kept-words',
      'landing.privacy.kept-not',
    ],
  },
  {
    title: 'landing.privacy.sees',
    says: [
      'landing.privacy.sees-you',
      'landing.privacy.sees-circle',
      'landing.privacy.sees-community',
      'landing.privacy.sees-reports',
      'landing.privacy.sees-host',
      'landing.privacy.sees-nobody',
    ],
  },
  {
    title: 'landing.privacy.device',
    says: ['landing.privacy.device-cookies', 'landing.privacy.device-offline', 'landing.privacy.device-exit'],
  },
  {
    title: 'landing.privacy.away',
    says: ['landing.privacy.away-export', 'landing.privacy.away-erase', 'landing.privacy.away-leave'],
  },
];

/** Plain and short: what is kept, who sees it, how to take it away. */
export function PrivacyPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('ui.privacy')} public description={t('landing.privacy.lead')}>
      <PageHead title={t('ui.privacy')} lead={t('landing.privacy.lead')} />
      <div class="prose">
        {PARTS.map(({ title, says }) => (
          <>
            <h2>{t(title)}</h2>
            <ul>
              {says.map((key) => (
                <li>{t(key)}</li>
              ))}
            </ul>
          </>
        ))}
      </div>
    </Layout>
  );
}
