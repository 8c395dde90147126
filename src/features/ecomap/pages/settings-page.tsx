import { Button, Checkbox, Form, Layout, PageHead, Section } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { HerDocument } from '../map.ts';
import { GrowingFields } from './growing.tsx';

/** What her map may do by itself; all of it off until she says so, but for what it mentions on its own page. */
export function SettingsPage({ page, kept }: { page: Page; kept: HerDocument }) {
  const { t } = page;
  const { document, tells } = kept;
  const aside = Object.keys(document.setAside).length;
  return (
    <Layout page={page} title={t('ecomap.settings.title')} current="me" narrow>
      <PageHead title={t('ecomap.settings.title')} back={{ href: '/ecomap', label: t('ecomap.back') }} />
      <Section title={t('ecomap.settings.grow')} id="grow">
        <p class="quiet">{t('ecomap.growing.lead')}</p>
        <Form page={page} action="/ecomap/settings/growing">
          <GrowingFields page={page} growing={document.growing ?? { sources: [], how: 'ask' }} />
          <Button look="plain" name="answer" value="yes">
            {t('ecomap.save')}
          </Button>
        </Form>
      </Section>
      <Section title={t('ecomap.settings.quiet')} id="quiet">
        <p class="quiet">{t('ecomap.settings.quiet-lead')}</p>
        <Form page={page} action="/ecomap/settings/quiet">
          <Checkbox
            page={page}
            name="mention"
            label={t('ecomap.settings.mention')}
            checked={!document.neverQuiet}
          />
          <Checkbox
            page={page}
            name="tell"
            label={t('ecomap.settings.tell')}
            hint={t('ecomap.settings.tell-hint')}
            checked={tells}
          />
          <Button look="plain">{t('ecomap.save')}</Button>
        </Form>
      </Section>
      {(aside > 0 || document.aside.length > 0) && (
        <Section title={t('ecomap.settings.aside')} id="aside">
          {aside > 0 && <p class="quiet">{t('ecomap.settings.aside-lead', { count: aside })}</p>}
          {aside > 0 && (
            <Form page={page} action="/ecomap/settings/aside" inline>
              <Button look="plain" name="what" value="findings">
                {t('ecomap.settings.aside-again')}
              </Button>
            </Form>
          )}
          {document.aside.length > 0 && (
            <Form page={page} action="/ecomap/settings/aside" inline>
              <Button look="plain" name="what" value="people">
                {t('ecomap.settings.asked-again')}
              </Button>
            </Form>
          )}
        </Section>
      )}
    </Layout>
  );
}
