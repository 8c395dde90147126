import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Chip,
  ErrorSummary,
  type Errors,
  Facts,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
  TextArea,
} from '../../../ui/index.ts';
import { CareNote } from '../../danger/index.ts';
import type { Mentor } from '../mentor-offer.ts';

interface Props {
  page: Page;
  mentor: Mentor;
  raw?: Raw;
  errors?: Errors;
}

/** One mentor, and the line that asks to meet her. */
export function MentorPage({ page, mentor, raw, errors }: Props) {
  const { t } = page;
  const { name } = mentor;
  const words = (list: string[]) => new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(list);
  return (
    <Layout page={page} title={name} current="plan" narrow>
      <PageHead
        title={name}
        lead={t('mentoring.mentor.lead', { name })}
        back={{ href: '/plan', label: t('ui.nav.home') }}
      >
        <div class="chips">
          {mentor.experiences.map((topic) => (
            <Chip tint="sky">{t(`words.topic.${topic}`)}</Chip>
          ))}
        </div>
        <Facts
          facts={[
            {
              icon: 'language',
              label: t('mentoring.mentor.speaks'),
              value: words(mentor.languages.map((l) => t(`words.language.${l as 'en'}`))),
            },
            {
              icon: 'message',
              label: t('mentoring.mentor.meets'),
              value: t(mentor.online ? 'mentoring.mentor.online' : 'mentoring.mentor.nearby'),
            },
          ]}
        />
      </PageHead>
      {mentor.about && <PostText text={mentor.about} />}
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`/mentors/${mentor.memberId}/introductions`}>
        <TextArea
          page={page}
          name="message"
          label={t('mentoring.mentor.message')}
          hint={t('mentoring.mentor.messageHint', { name })}
          rows={4}
          optional
          keepDraft
          value={raw ? String(raw.message ?? '') : ''}
          error={errors?.message}
        />
        <CareNote page={page} />
        <Actions>
          <Button>{t('mentoring.mentor.ask', { name })}</Button>
        </Actions>
      </Form>
      <Note>{t('mentoring.mentor.next', { name })}</Note>
    </Layout>
  );
}
