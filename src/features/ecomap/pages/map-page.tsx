import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  Form,
  Layout,
  PageHead,
  Section,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { HerMap } from '../her-map.ts';
import { FindingCards } from './findings.tsx';
import { GrowingCard, Suggestions } from './growing.tsx';
import { Legend, Picture } from './picture.tsx';
import { TieList } from './tie-list.tsx';

/** The people around her: the picture, what it tells, and everybody on it as a list. */
export function MapPage({ page, map }: { page: Page; map: HerMap }) {
  const { t } = page;
  const { ties, document } = map;
  const removed = page.notice === 'ecomap.removed' ? document.removed : null;
  return (
    <Layout page={removed ? { ...page, notice: null } : page} title={t('ecomap.title')} current="me">
      <PageHead
        title={t('ecomap.title')}
        lead={t('ecomap.lead')}
        back={{ href: '/me', label: t('accounts.me') }}
      />
      {removed && <Undo page={page} id={removed.id} name={removed.name} />}
      {ties.length === 0 ? <Empty page={page} map={map} /> : <Drawn page={page} map={map} />}
      {ties.length > 0 && <Foot page={page} />}
    </Layout>
  );
}

function Drawn({ page, map }: { page: Page; map: HerMap }) {
  const { t } = page;
  return (
    <>
      <Picture page={page} ties={map.ties} linked />
      <Actions>
        <ButtonLink href="/ecomap/ties/new" icon="plus">
          {t('ecomap.add')}
        </ButtonLink>
      </Actions>
      <Disclosure calm id="legend" summary={t('ecomap.legend')}>
        <Legend page={page} />
      </Disclosure>
      <Suggestions page={page} suggested={map.suggested} />
      {map.document.growing === null && <GrowingCard page={page} />}
      <Section title={t('ecomap.findings')} id="findings">
        <FindingCards page={page} map={map} />
      </Section>
      <Section title={t('ecomap.list')} id="everybody">
        <TieList page={page} map={map} />
      </Section>
    </>
  );
}

/** Nothing is drawn yet: what she could begin with is what the house knows already, if she lets it look. */
function Empty({ page, map }: { page: Page; map: HerMap }) {
  const { t } = page;
  return (
    <>
      <EmptyState drawing="porch" title={t('ecomap.empty')}>
        <p>{t(map.gentle ? 'ecomap.empty.gentle' : 'ecomap.empty.lead')}</p>
        <ButtonLink href="/ecomap/ties/new" icon="plus">
          {t('ecomap.empty.first')}
        </ButtonLink>
      </EmptyState>
      <Suggestions page={page} suggested={map.suggested} />
      {map.document.growing === null && <GrowingCard page={page} />}
      <Actions>
        <ButtonLink href="/ecomap/settings" look="text">
          {t('ecomap.settings')}
        </ButtonLink>
      </Actions>
    </>
  );
}

function Foot({ page }: { page: Page }) {
  const { t } = page;
  return (
    <div class="actions plan-foot">
      <ButtonLink href="/ecomap/print" look="plain" icon="print">
        {t('ecomap.print')}
      </ButtonLink>
      <ButtonLink href="/ecomap.svg" look="plain" icon="download" download>
        {t('ecomap.download')}
      </ButtonLink>
      <ButtonLink href="/ecomap/settings" look="text">
        {t('ecomap.settings')}
      </ButtonLink>
    </div>
  );
}

/** Right after she took somebody off: the way back, in view wherever she stands on the page. */
function Undo({ page, id, name }: { page: Page; id: string; name: string }) {
  const { t } = page;
  return (
    <div class="plan-undo no-print" role="status">
      <span>{t('ecomap.removed-who', { name })}</span>
      <Form page={page} action={`/ecomap/ties/${id}/return`} inline>
        <Button look="text">{t('ecomap.undo')}</Button>
      </Form>
    </div>
  );
}
