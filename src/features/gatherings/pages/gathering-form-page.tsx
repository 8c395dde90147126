import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { KINDS, type SeenBy } from '../gathering.ts';
import { CostLanguageFaith, ForWhom, GoodToKnow, Places } from './form-folds.tsx';
import { type FormPart, one } from './form-part.ts';
import { When } from './form-when.tsx';
import { Where } from './form-where.tsx';

export interface FormPage extends FormPart {
  title: string;
  lead?: string;
  back: { href: string; label: string };
  action: string;
  button: string;
  /** On the way out without it. */
  away: string;
  /** Said beside a button above all boxes, where nothing need be typed. */
  atOnce?: string;
  /** Whose it is to be; none for the community's own. */
  circle: { circleId: string; name: string } | null;
  /** Who may be let see it, by her who asks. */
  seenBy: SeenBy[];
  asksZone: boolean;
}

/** A gathering's form: short for what is usual, everything else folded; the same for making one and for changing it. */
export function GatheringFormPage(p: FormPage) {
  const { page, raw, errors, circle } = p;
  return (
    <Layout page={page} title={p.title} current="calendar">
      <PageHead title={p.title} lead={p.lead} back={p.back} />
      <ErrorSummary page={page} errors={errors} ids={{ form: 'main' }} />
      <div class="gathering-form">
        <Form page={page} action={p.action}>
          {circle && <input type="hidden" name="circle" value={circle.circleId} />}
          {p.atOnce && (
            <Actions>
              <Button>{p.button}</Button>
              <span class="quiet">{p.atOnce}</span>
            </Actions>
          )}
          <What {...p} />
          <When page={page} raw={raw} errors={errors} asksZone={p.asksZone} />
          <Where page={page} raw={raw} errors={errors} />
          <SeenBySection {...p} />
          <GoodToKnow page={page} raw={raw} errors={errors} />
          <CostLanguageFaith page={page} raw={raw} errors={errors} />
          <ForWhom page={page} raw={raw} errors={errors} />
          <Places page={page} raw={raw} errors={errors} taken={p.taken} />
          <Actions>
            <Button wide>{p.button}</Button>
            <ButtonLink href={p.back.href} look="text">
              {p.away}
            </ButtonLink>
          </Actions>
        </Form>
      </div>
    </Layout>
  );
}

function What({ page, raw, errors }: FormPart) {
  const { t } = page;
  return (
    <Section title={t('gatherings.form.what')} id="what">
      <TextInput
        page={page}
        name="title"
        label={t('gatherings.form.title')}
        value={one(raw, 'title')}
        error={errors.title}
        maxlength={120}
        autocomplete="off"
      />
      <Select
        page={page}
        name="kind"
        label={t('gatherings.form.kind')}
        options={KINDS.map((value) => ({ value, label: t(`gatherings.kind.${value}`) }))}
        value={one(raw, 'kind')}
        error={errors.kind}
      />
      <TextArea
        page={page}
        name="description"
        label={t('gatherings.form.description')}
        hint={t('gatherings.form.description-hint')}
        value={one(raw, 'description')}
        error={errors.description}
        rows={3}
        maxlength={6000}
        keepDraft
        optional
      />
    </Section>
  );
}

function SeenBySection({ page, raw, errors, circle, seenBy }: FormPage) {
  const { t } = page;
  return (
    <RadioGroup
      page={page}
      name="seenBy"
      label={t('gatherings.form.seenBy')}
      options={seenBy.map((value) => ({
        value,
        label:
          value === 'circle'
            ? t('gatherings.for-circle', { circle: circle?.name ?? '' })
            : t(`gatherings.seen.${value}`),
        hint: t(`gatherings.seen-hint.${value}`),
      }))}
      value={one(raw, 'seenBy')}
      error={errors.seenBy}
    />
  );
}
