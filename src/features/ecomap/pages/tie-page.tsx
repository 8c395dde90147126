import type { Errors, Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  Section,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { HerMap } from '../her-map.ts';
import type { Known } from '../known.ts';
import { nameOfOrigin, type Tie } from '../map.ts';
import { tieInWords } from './saying.ts';
import { TieFields } from './tie-fields.tsx';

interface FormState {
  raw: Raw;
  errors?: Errors;
}

interface NewProps extends FormState {
  page: Page;
  known: Known[];
  today: string;
  /** The directory's page it came from. */
  service?: string;
}

/** Somebody new: out of those she knows here with one tap, or by a name. */
export function NewTiePage({ page, known, today, raw, errors = {}, service }: NewProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t('ecomap.new')} current="me" narrow>
      <PageHead
        title={t('ecomap.new')}
        lead={t('ecomap.new.lead')}
        back={{ href: '/ecomap', label: t('ecomap.back') }}
      />
      <ErrorSummary page={page} errors={errors} />
      {known.length > 0 && <FromKnown page={page} known={known} />}
      <Form page={page} action="/ecomap/ties">
        {service && <input type="hidden" name="service" value={service} />}
        <TieFields page={page} raw={raw} errors={errors} today={today} open={false} />
        <Button wide>{t('ecomap.save-new')}</Button>
      </Form>
    </Layout>
  );
}

function FromKnown({ page, known }: { page: Page; known: Known[] }) {
  const { t } = page;
  return (
    <Section title={t('ecomap.new.known')} id="known">
      <p class="quiet">{t('ecomap.new.known-lead')}</p>
      <Form page={page} action="/ecomap/suggestions" label={t('ecomap.new.known')}>
        <input type="hidden" name="answer" value="yes" />
        <div class="chips">
          {known.map(({ name, origin, people }) => (
            <Button
              look="plain"
              icon="plus"
              name="origin"
              value={nameOfOrigin(origin)}
              label={t('ecomap.new.put', { name, people: t(`ecomap.people.${people}`) })}
            >
              {name}
            </Button>
          ))}
        </div>
      </Form>
    </Section>
  );
}

interface TieProps extends FormState {
  page: Page;
  map: HerMap;
  tie: Tie;
  /** What another window saved while this one was open. */
  overtakenBy?: Tie;
}

/** One tie, to change; and the door to take it off the map. */
export function TiePage({ page, map, tie, raw, errors = {}, overtakenBy }: TieProps) {
  const { t } = page;
  const { name, id } = tie;
  return (
    <Layout page={page} title={name} current="me" narrow>
      <PageHead title={name} back={{ href: '/ecomap', label: t('ecomap.back') }} />
      <ErrorSummary page={page} errors={errors} />
      {overtakenBy && <Overtaken page={page} now={overtakenBy} today={map.today} />}
      <Form page={page} action={`/ecomap/ties/${id}`}>
        <input type="hidden" name="version" value={String((overtakenBy ?? tie).version)} />
        <TieFields page={page} raw={raw} errors={errors} today={map.today} open />
        <Button wide>{t('ecomap.save')}</Button>
      </Form>
      <Actions>
        <ButtonLink href={`/ecomap/ties/${id}/nudge`} look="plain" icon="message">
          {t('ecomap.finding.quiet-step', { name })}
        </ButtonLink>
        <Form page={page} action={`/ecomap/ties/${id}/removal`} inline>
          <Button look="text" icon="delete">
            {t('ecomap.remove', { name })}
          </Button>
        </Form>
      </Actions>
      <QuietSwitch page={page} map={map} tie={tie} />
    </Layout>
  );
}

/** Both are kept: what stands, and what she wrote. */
function Overtaken({ page, now, today }: { page: Page; now: Tie; today: string }) {
  const { t } = page;
  return (
    <div role="alert">
      <Card as="section" quiet labelledby="overtaken">
        <h2 id="overtaken">{t('ecomap.overtaken')}</h2>
        <p>{t('ecomap.overtaken.lead')}</p>
        <p>
          <strong>{now.name}</strong>: {t(`ecomap.ring.${now.ring}`)} ·{' '}
          {tieInWords(page, now, today).join(' · ')}
        </p>
        <Actions>
          <ButtonLink href="/ecomap" look="plain">
            {t('ecomap.overtaken.keep')}
          </ButtonLink>
        </Actions>
      </Card>
    </div>
  );
}

/** Nobody should be told of a silence she has chosen. */
function QuietSwitch({ page, map, tie }: { page: Page; map: HerMap; tie: Tie }) {
  const { t } = page;
  const key = `quiet:${tie.id}`;
  const off = Object.hasOwn(map.document.setAside, key) && map.document.setAside[key] === 'off';
  return (
    <Form page={page} action="/ecomap/findings" inline>
      <input type="hidden" name="key" value={key} />
      <Button look="text" name="state" value={off ? 'on' : 'off'}>
        {off ? t('ecomap.quiet-on') : t('ecomap.quiet-off', { name: tie.name })}
      </Button>
    </Form>
  );
}
