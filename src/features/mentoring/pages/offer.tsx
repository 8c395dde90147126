import { TOPICS } from '../../../matching/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  LongChoices,
  type Page,
  PageHead,
  Select,
  TextArea,
  WeekGrid,
} from '../../../ui/index.ts';
import { languagesFor } from '../../onboarding/index.ts';
import type { MentorOffer } from '../mentor-offer.ts';

interface Props {
  page: Page;
  offer: MentorOffer | null;
  raw?: Raw;
  errors?: Errors;
}

/** "I have been there": what she offers to one other mother at a time. */
export function OfferPage({ page, offer, raw, errors }: Props) {
  const { t } = page;
  const was = shown(offer, raw);
  return (
    <Layout page={page} title={t('mentoring.offer.title')} current="me" narrow>
      <PageHead
        title={t('mentoring.offer.title')}
        lead={t('mentoring.offer.lead')}
        back={{ href: '/mentoring', label: t('mentoring.title') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/mentoring/offer">
        <CheckboxGroup
          page={page}
          name="experiences"
          label={t('mentoring.offer.experiences')}
          error={errors?.experiences}
          options={TOPICS.map((value) => ({ value, label: t(`words.topic.${value}`) }))}
          values={was.experiences}
        />
        <TextArea
          page={page}
          name="about"
          label={t('mentoring.offer.about')}
          hint={t('mentoring.offer.aboutHint')}
          rows={4}
          optional
          value={was.about}
          error={errors?.about}
        />
        <LongChoices
          page={page}
          name="languages"
          label={t('mentoring.offer.languages')}
          error={errors?.languages}
          options={languagesFor(page).map((value) => ({ value, label: t(`words.language.${value}`) }))}
          values={was.languages}
          atOnce={4}
          more={{ summary: t('onboarding.hours.more'), label: t('onboarding.hours.more-label') }}
        />
        <WeekGrid
          page={page}
          name="free"
          label={t('mentoring.offer.free')}
          values={was.free}
          error={errors?.free}
        />
        <Checkbox page={page} name="online" label={t('mentoring.offer.online')} checked={was.online} />
        <Select
          page={page}
          name="capacity"
          label={t('mentoring.offer.capacity')}
          error={errors?.capacity}
          options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
          value={was.capacity}
        />
        <Checkbox
          page={page}
          name="paused"
          label={t('mentoring.offer.paused')}
          hint={t('mentoring.offer.pausedHint')}
          checked={was.paused}
        />
        <Actions>
          <Button>{t('mentoring.offer.save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** What the form shows: what was typed, else what is kept, else a modest beginning. */
function shown(offer: MentorOffer | null, raw: Raw | undefined) {
  const list = (name: string) => [raw?.[name] ?? []].flat();
  if (raw) {
    return {
      experiences: list('experiences'),
      about: String(raw.about ?? ''),
      languages: list('languages'),
      free: list('free'),
      online: 'online' in raw,
      capacity: String(raw.capacity ?? '1'),
      paused: 'paused' in raw,
    };
  }
  const kept = offer ?? {
    experiences: [],
    about: '',
    languages: [],
    free: [],
    online: true,
    capacity: 1,
    paused: false,
  };
  return { ...kept, capacity: String(kept.capacity) };
}
