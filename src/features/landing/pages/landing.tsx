import type { Community } from '../../../platform/http/index.ts';
import { Actions, ButtonLink, Icon, Layout, Note, type Page } from '../../../ui/index.ts';
import { FiveKinds } from './five-kinds.tsx';
import { NearForm } from './near-form.tsx';
import { PorchScene } from './porch-scene.tsx';
import { Promises } from './promises.tsx';

interface Props {
  page: Page;
  community: Community;
  /** Those the community follows have written something. */
  othersWrote: boolean;
}

/** The first thing she sees, perhaps at three in the morning: what this is, and where to begin. */
export function LandingPage({ page, community, othersWrote }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={community.name} wide public description={t('landing.description')}>
      <div class="porch">
        <div>
          <p class="porch-name">
            {community.placeName
              ? t('landing.name-and-place', { name: community.name, place: community.placeName })
              : community.name}
          </p>
          <h1>{t('landing.title')}</h1>
          <p class="lead">{t('landing.lead')}</p>
          <Actions>
            <ButtonLink href="/sign-in" wide>
              {t('landing.say')}
            </ButtonLink>
            <span class="quiet">{t('landing.say-hint')}</span>
          </Actions>
        </div>
        <PorchScene />
      </div>
      <div class="beginnings">
        <NearForm page={page} inUs={community.country === 'US'} />
        <div>
          <Tonight page={page} />
          {community.isSample && (
            <Note icon="info">
              <p>{t('landing.sample')}</p>
            </Note>
          )}
        </div>
      </div>
      <FiveKinds page={page} />
      <Promises page={page} />
      {othersWrote && (
        <p>
          <a class="tap" href="/around-us">
            {t('around-us.more')}
          </a>
        </p>
      )}
    </Layout>
  );
}

/** For when it cannot wait. */
function Tonight({ page }: { page: Page }) {
  return (
    <a class="tonight" href="/help-now">
      <Icon name="help" />
      <span>
        <strong>{page.t('landing.tonight')}</strong>
        <span>{page.t('landing.tonight-more')}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}
