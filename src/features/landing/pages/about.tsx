import type { Community } from '../../../platform/http/index.ts';
import { asset, Layout, type Page, PageHead } from '../../../ui/index.ts';

const GEONAMES = 'https://www.geonames.org/';
const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
const AGPL = 'https://www.gnu.org/licenses/agpl-3.0.html';

interface AboutProps {
  page: Page;
  community: Community;
  /** Where the running source is to be had, if those who run it say so. */
  source: string | null;
}

/** What this is, who runs it, and thanks to those whose work it stands on. */
export function AboutPage({ page, community, source }: AboutProps) {
  const { t } = page;
  const { name } = community;
  return (
    <Layout page={page} title={t('ui.about')} public description={t('landing.description')}>
      <PageHead title={t('ui.about')} lead={t('landing.about-lead', { name })} />
      <div class="prose">
        {community.isSample && <p>{t('landing.sample')}</p>}
        <p>{t('landing.about-what')}</p>
        <p>{t('landing.about-limits')}</p>
        <h2>{t('landing.about-who')}</h2>
        <p>{t('landing.about-who-more', { name })}</p>
        <h2>{t('landing.about-software')}</h2>
        <p>
          {t('landing.about-software-more')} <a href={AGPL}>{t('landing.about-licence')}</a>
        </p>
        {source ? (
          <p>
            {t('landing.about-source-at')} <a href={source}>{source}</a>
          </p>
        ) : (
          <p>{t('landing.about-source', { name })}</p>
        )}
        <h2>{t('landing.about-thanks')}</h2>
        <ul>
          <li>
            {t('landing.credit-places')} <a href={GEONAMES}>GeoNames</a>, <a href={CC_BY}>CC BY 4.0</a>.{' '}
            {t('landing.credit-places-changed')}
          </li>
          <li>
            {t('landing.credit-fonts')} <a href={asset('fraunces-licence.txt')}>Fraunces</a>,{' '}
            <a href={asset('atkinson-hyperlegible-next-licence.txt')}>Atkinson Hyperlegible Next</a>.
          </li>
          <li>{t('landing.credit-icons')}</li>
          <li>{t('landing.credit-facts')}</li>
        </ul>
      </div>
    </Layout>
  );
}
