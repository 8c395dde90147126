import {
  Actions,
  Button,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
  Section,
  TextInput,
} from '../../../ui/index.ts';
import type { OneTime } from '../access.ts';
import { type Attendee, mayMark } from '../attendance.ts';
import { timePath } from '../paths.ts';

interface Props {
  page: Page;
  time: OneTime;
  attendees: Attendee[];
  /** What was typed for the others and is no number. */
  wrong?: string;
}

/** Who came, one tap each, with the phone in one hand at the door. Nobody else ever sees it. */
export function AttendancePage(p: Props) {
  const { page, time, attendees } = p;
  const { t } = page;
  const { gathering, occurrence } = time;
  const open = mayMark(occurrence.startsAt) && !occurrence.cancelledAt;
  return (
    <Layout page={page} title={t('coming.attendance')} current="calendar">
      <PageHead
        title={t('coming.attendance')}
        lead={t('coming.attendance-lead')}
        back={{ href: timePath(time), label: occurrence.title ?? gathering.title }}
      >
        <p class="quiet">{formatTime(page, occurrence.startsAt, 'moment')}</p>
      </PageHead>
      {!open && <p>{t('coming.attendance-early')}</p>}
      {attendees.length === 0 && <p class="quiet">{t('coming.attendance-nobody')}</p>}
      <ul class="plain-list attendance">
        {attendees.map((attendee) => (
          <Row page={page} time={time} attendee={attendee} open={open} />
        ))}
      </ul>
      {open && <Others {...p} />}
    </Layout>
  );
}

function Row({
  page,
  time,
  attendee,
  open,
}: Omit<Props, 'attendees'> & { attendee: Attendee; open: boolean }) {
  const { t } = page;
  const { memberId, name, attended, answer, guests, children } = attendee;
  const along = guests + children > 0 && t('coming.along', { guests, children });
  const said = answer !== 'yes' && t(`coming.attendance-said.${answer}`);
  return (
    <li id={`m-${memberId}`}>
      <span>
        {name}
        <small class="quiet">{[said, along].filter(Boolean).join(' · ')}</small>
      </span>
      {open && (
        <Form page={page} action={`${timePath(time)}/attendance`} inline label={name}>
          <input type="hidden" name="member" value={memberId} />
          <Actions>
            {([true, false] as const).map((came) => (
              <Button
                name="came"
                value={attended === came ? 'unmarked' : came ? 'yes' : 'no'}
                look="plain"
                icon={attended === came ? 'check' : undefined}
                pressed={attended === came}
                label={t(came ? 'coming.came-named' : 'coming.not-here-named', { name })}
              >
                {t(came ? 'coming.came' : 'coming.not-here')}
              </Button>
            ))}
          </Actions>
        </Form>
      )}
    </li>
  );
}

function Others({ page, time, attendees, wrong }: Props) {
  const { t } = page;
  const { attended, othersCame } = time.occurrence;
  const members = attendees.filter((one) => one.attended).length;
  return (
    <Section title={t('coming.others')} id="others">
      <Form page={page} action={`${timePath(time)}/attendance`}>
        <TextInput
          page={page}
          name="others"
          label={t('coming.others-label')}
          hint={t('coming.others-hint')}
          value={wrong ?? (othersCame === null ? '' : String(othersCame))}
          error={wrong === undefined ? undefined : 'coming.others-unfit'}
          inputmode="numeric"
          chars={4}
        />
        <Actions>
          <Button look="plain">{t('coming.others-keep')}</Button>
          {attended !== null && (
            <span class="quiet">{t('coming.counted', { count: members + (othersCame ?? 0) })}</span>
          )}
        </Actions>
      </Form>
    </Section>
  );
}
