import {
  Actions,
  Button,
  ButtonLink,
  CopyButton,
  Form,
  type IconName,
  Layout,
  PageHead,
  Section,
  ShareButton,
  TextArea,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { Tie } from '../map.ts';
import type { Way } from '../ways.ts';

const ICONS: Record<Way['by'], IconName> = {
  call: 'phone',
  text: 'message',
  mail: 'mail',
  circle: 'circles',
  talk: 'message',
  service: 'professional',
};

interface NudgeProps {
  page: Page;
  tie: Tie;
  ways: Way[];
  gentle: boolean;
}

/** How to reach somebody she has not heard of for a while, with a few words to begin with. Nothing is sent from here. */
export function NudgePage({ page, tie, ways, gentle }: NudgeProps) {
  const { t } = page;
  const { id, name } = tie;
  const words = t(gentle ? 'ecomap.nudge.words-text-gentle' : 'ecomap.nudge.words-text');
  return (
    <Layout page={page} title={t('ecomap.nudge', { name })} current="me" narrow>
      <PageHead
        title={t('ecomap.nudge', { name })}
        lead={t(gentle ? 'ecomap.nudge.gentle' : 'ecomap.nudge.lead')}
        back={{ href: '/ecomap', label: t('ecomap.back') }}
      />
      <Section title={t('ecomap.nudge.ways')} id="ways">
        {ways.length === 0 && <p class="quiet">{t('ecomap.nudge.none', { name })}</p>}
        <Actions>
          {ways.map(({ by, href }) => (
            <ButtonLink href={href} look="plain" icon={ICONS[by]}>
              {t(`ecomap.nudge.${by}`)}
            </ButtonLink>
          ))}
        </Actions>
      </Section>
      <div class="flow">
        <TextArea page={page} name="words" label={t('ecomap.nudge.words')} rows={3} value={words} />
        <Actions>
          <CopyButton page={page} text={words} />
          <ShareButton page={page} title={name} url="" text={words} />
        </Actions>
      </div>
      <Form page={page} action={`/ecomap/ties/${id}/contact`} inline>
        <Button icon="check">{t('ecomap.nudge.done')}</Button>
      </Form>
      <Form page={page} action="/ecomap/findings" inline>
        <input type="hidden" name="key" value={`quiet:${id}`} />
        <Actions>
          <Button look="text" name="state" value="later">
            {t('ecomap.nudge.later')}
          </Button>
          <Button look="text" name="state" value="off">
            {t('ecomap.nudge.off', { name })}
          </Button>
        </Actions>
      </Form>
    </Layout>
  );
}
