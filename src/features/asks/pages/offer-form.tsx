import { HELP_LIMITS, HELP_THINGS, SUPPORTS } from '../../../matching/index.ts';
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
  Note,
  type Page,
  PageHead,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
  WeekGrid,
} from '../../../ui/index.ts';
import { languagesFor } from '../../onboarding/index.ts';
import type { OwnOffer } from '../offer.ts';

interface Props {
  page: Page;
  offer: OwnOffer | null;
  /** What she told us of herself, to begin with. */
  likely: { languages: string[]; free: string[] };
  placed: boolean;
  refused?: { raw: Raw; errors: Errors };
}

/** "I can drive on Thursdays": of what kind, when, how far, and what she would rather not. */
export function OfferForm({ page, offer, likely, placed, refused }: Props) {
  const { t } = page;
  const errors = refused?.errors;
  const was = shown(page, offer, likely, refused?.raw);
  const title = t(offer ? 'asks.offers.change' : 'asks.offers.new');
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead
        title={title}
        lead={t('asks.offers.lead')}
        back={{ href: '/asks/offers', label: t('asks.offers.title') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={offer ? `/asks/offers/${offer.offerId}` : '/asks/offers/new'}>
        <RadioGroup
          page={page}
          name="kind"
          label={t('asks.offer.kind')}
          options={SUPPORTS.map((value) => ({ value, label: t(`asks.offer.kind.${value}`) }))}
          value={was.kind}
          error={errors?.kind}
        />
        <TextInput
          page={page}
          name="words"
          label={t('asks.offer.words')}
          hint={t('asks.offer.words-hint')}
          placeholder={t('asks.offer.words-like')}
          maxlength={160}
          value={was.words}
          error={errors?.words}
        />
        <CheckboxGroup
          page={page}
          name="things"
          label={t('asks.offer.things')}
          hint={t('asks.offer.things-hint')}
          optional
          options={HELP_THINGS.map((value) => ({ value, label: t(`asks.thing.${value}`) }))}
          values={was.things}
          error={errors?.things}
        />
        <WeekGrid
          page={page}
          name="free"
          label={t('asks.offer.free')}
          hint={t('asks.offer.free-hint')}
          values={was.free}
          error={errors?.free}
        />
        <Checkbox
          page={page}
          name="online"
          label={t('asks.offer.online')}
          hint={t('asks.offer.online-hint')}
          checked={was.online}
        />
        <TextInput
          page={page}
          name="maxMiles"
          label={t('asks.offer.miles')}
          hint={t(placed ? 'asks.offer.miles-hint' : 'asks.offer.no-place')}
          inputmode="numeric"
          chars={4}
          optional
          value={was.maxMiles}
          error={errors?.maxMiles}
        />
        <LongChoices
          page={page}
          name="languages"
          label={t('asks.offer.languages')}
          error={errors?.languages}
          options={languagesFor(page).map((value) => ({ value, label: t(`words.language.${value}`) }))}
          values={was.languages}
          atOnce={4}
          more={{ summary: t('onboarding.hours.more'), label: t('onboarding.hours.more-label') }}
        />
        <CheckboxGroup
          page={page}
          name="notFor"
          label={t('asks.offer.limits')}
          optional
          options={HELP_LIMITS.map((value) => ({ value, label: t(`asks.limit.${value}`) }))}
          values={was.notFor}
          error={errors?.notFor}
        />
        <TextArea
          page={page}
          name="boundaries"
          label={t('asks.offer.boundaries')}
          hint={t('asks.offer.boundaries-hint')}
          rows={2}
          optional
          maxlength={400}
          value={was.boundaries}
          error={errors?.boundaries}
        />
        <Select
          page={page}
          name="atOnce"
          label={t('asks.offer.at-once')}
          options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
          value={was.atOnce}
          error={errors?.atOnce}
        />
        <Note icon="lock">{t('asks.offer.private')}</Note>
        <Actions>
          <Button>{t('asks.offer.save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** What the form shows: what was typed, else what is kept, else what is likely. */
function shown(page: Page, offer: OwnOffer | null, likely: Props['likely'], raw: Raw | undefined) {
  const list = (name: string) => [raw?.[name] ?? []].flat();
  const typed = (name: string) => list(name)[0] ?? '';
  if (raw)
    return {
      kind: typed('kind') || undefined,
      words: typed('words'),
      things: list('things'),
      free: list('free'),
      online: typed('online') !== '',
      maxMiles: typed('maxMiles'),
      languages: list('languages'),
      notFor: list('notFor'),
      boundaries: typed('boundaries'),
      atOnce: typed('atOnce') || '1',
    };
  if (offer) return { ...offer, maxMiles: offer.maxMiles?.toString() ?? '', atOnce: String(offer.atOnce) };
  return {
    kind: undefined,
    words: '',
    things: [],
    free: [],
    online: true,
    maxMiles: '',
    languages: likely.languages.length > 0 ? likely.languages : [page.locale === 'es' ? 'es' : 'en'],
    notFor: [],
    boundaries: '',
    atOnce: '1',
  };
}
