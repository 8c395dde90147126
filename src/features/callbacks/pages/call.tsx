import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  ErrorSummary,
  type Errors,
  Facts,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
  Section,
  written,
} from '../../../ui/index.ts';
import type { HelplineShown } from '../../helplines/index.ts';
import type { Call } from '../call.ts';
import type { Particulars } from '../particulars.ts';
import { Closing, Outcome } from './call-forms.tsx';
import { LinesNow } from './lines-now.tsx';

interface Props {
  page: Page;
  call: Call;
  about: Particulars;
  /** The community's own steps for danger; '' for ours. */
  escalation: string;
  lines: HelplineShown[];
  now: Date;
  refused?: { raw: Raw; errors: Errors };
}

/** The number, and above it what keeps her safe. What to do in danger is at hand while the volunteer speaks. */
export function CallPage({ page, call, about, escalation, lines, now, refused }: Props) {
  const { t } = page;
  const title = t('callbacks.call', { name: about.name });
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead title={title} back={{ href: '/callbacks', label: t('callbacks.queue') }}>
        <div class="chips">
          {call.topics.map((topic) => (
            <Chip tint="sage">{t(`words.topic.${topic as 'sleep'}`)}</Chip>
          ))}
        </div>
        <Facts facts={factsOf(page, call)} />
      </PageHead>
      <ErrorSummary page={page} errors={refused?.errors} />
      {call.reachedAt === null && <BeforeCalling page={page} call={call} about={about} now={now} />}
      {about.line && (
        <Section title={t('callbacks.her-line', { name: about.name })} id="line">
          <PostText text={about.line} />
        </Section>
      )}
      {call.reachedAt ? (
        <Closing page={page} call={call} refused={refused} />
      ) : (
        <Outcome page={page} call={call} refused={refused} />
      )}
      <Danger page={page} call={call} escalation={escalation} lines={lines} />
      {!call.reachedAt && <GivingBack page={page} call={call} />}
    </Layout>
  );
}

const factsOf = (page: Page, call: Call) => [
  {
    icon: 'language' as const,
    label: page.t('callbacks.language'),
    value: page.t(`words.language.${call.language as 'en'}`),
  },
  {
    icon: 'clock' as const,
    label: page.t('callbacks.her-clock'),
    value: page.t('callbacks.clock-there', {
      time: formatTime({ lang: page.lang, timeZone: call.timeZone }, new Date(), 'time'),
    }),
  },
];

function BeforeCalling({ page, call, about, now }: Pick<Props, 'page' | 'call' | 'about' | 'now'>) {
  const { t } = page;
  const ready = call.callableAt <= now;
  return (
    <Card as="section" lit labelledby="safety">
      <h2 id="safety">{t('callbacks.before-you-call')}</h2>
      <ul class="plain-list">
        {!ready && (
          <li>
            <b>{t('callbacks.callable-from', { time: formatTime(page, call.callableAt, 'moment') })}</b>
          </li>
        )}
        <li>
          {about.discreet
            ? t('callbacks.say-nothing', { name: about.name })
            : t('callbacks.say-openly', { name: about.name })}
        </li>
        <li>{t(about.message ? 'callbacks.message-yes' : 'callbacks.message-no')}</li>
        {about.safe && <li>{t('callbacks.safe-said', { words: about.safe })}</li>}
      </ul>
      <p>{t('callbacks.hide-number')}</p>
      <ButtonLink
        href={`tel:${about.phone.replace(/[^\d+]/g, '')}`}
        icon="phone"
        look={ready ? 'primary' : 'plain'}
        wide
      >
        {about.phone}
      </ButtonLink>
      {call.goBackAt && (
        <p class="quiet">{t('callbacks.try-until', { time: formatTime(page, call.goBackAt, 'moment') })}</p>
      )}
    </Card>
  );
}

/** One tap away from the whole call: what the community does in danger, who answers, and a supervisor. */
function Danger({ page, call, escalation, lines }: Pick<Props, 'page' | 'call' | 'escalation' | 'lines'>) {
  const { t } = page;
  return (
    <Section title={t('safety.escalation')} id="danger">
      {call.passedOnAt ? (
        <Note tone="warm" icon="check">
          {t('callbacks.passed-on-at', { time: formatTime(page, call.passedOnAt, 'time') })}
        </Note>
      ) : (
        <Form page={page} action={`/callbacks/calls/${call.callbackId}/passing-on`}>
          <p>{t('callbacks.pass-on-lead')}</p>
          <Actions>
            <Button look="danger" icon="help">
              {t('callbacks.pass-on')}
            </Button>
          </Actions>
        </Form>
      )}
      <div class="post-body">{written(escalation || t('callbacks.escalation'))}</div>
      <LinesNow page={page} lines={lines} titled={false} />
    </Section>
  );
}

function GivingBack({ page, call }: Pick<Props, 'page' | 'call'>) {
  const { t } = page;
  const action = `/callbacks/calls/${call.callbackId}/release`;
  return (
    <Section title={t('callbacks.give-back')} id="give-back">
      <p class="quiet">{t('callbacks.give-back-lead')}</p>
      <Actions>
        <Form page={page} action={action} inline>
          <Button look="plain">{t('callbacks.release')}</Button>
        </Form>
        <Form page={page} action={action} inline>
          <Button look="text" name="knows" value="yes">
            {t('callbacks.release-knows')}
          </Button>
        </Form>
      </Actions>
    </Section>
  );
}
