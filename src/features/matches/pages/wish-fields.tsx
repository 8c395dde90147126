import { AGE_BANDS, STAGE_KINDS, TOPICS } from '../../../matching/index.ts';
import type { Errors, Raw } from '../../../platform/http/index.ts';
import { CheckboxGroup, Disclosure, type Page, Select } from '../../../ui/index.ts';
import { CULTURES, IDENTITIES, NAMED_FAITHS } from '../../programs/index.ts';
import type { MenteeRequest } from '../request.ts';

interface Props {
  page: Page;
  request?: MenteeRequest;
  raw?: Raw;
  errors?: Errors;
}

const list = (value: string | string[] | undefined): string[] | undefined =>
  value === undefined ? undefined : [value].flat();

/** What she would like in a mentor, and what she would rather not: folded, since most leave it open. */
export function WishFields({ page, request, raw, errors }: Props) {
  const { t } = page;
  const chosen = (name: string, kept: string[] = []) => (raw ? (list(raw[name]) ?? []) : kept);
  const wishes = request?.wishes;
  const rulesOut = chosen('rulesOut', request?.rulesOut);
  const wished = wishes && [wishes.ages, wishes.culture, wishes.identity].some((one) => one.length > 0);
  return (
    <>
      <Disclosure
        summary={t('matches.wishes.like')}
        hint={t('matches.wishes.like-hint')}
        open={Boolean(wished || wishes?.faith)}
      >
        <CheckboxGroup
          page={page}
          name="identity"
          label={t('matches.wishes.identity')}
          options={IDENTITIES.map((value) => ({ value, label: t(`programs.identity.${value}`) }))}
          values={chosen('identity', wishes?.identity)}
          error={errors?.identity}
        />
        <CheckboxGroup
          page={page}
          name="culture"
          label={t('matches.wishes.culture')}
          options={CULTURES.map((value) => ({ value, label: t(`programs.culture.${value}`) }))}
          values={chosen('culture', wishes?.culture)}
          error={errors?.culture}
        />
        <CheckboxGroup
          page={page}
          name="ages"
          label={t('matches.wishes.ages')}
          options={AGE_BANDS.map((value) => ({ value, label: t(`programs.age.${value}`) }))}
          values={chosen('ages', wishes?.ages)}
          error={errors?.ages}
        />
        <Select
          page={page}
          name="faith"
          label={t('matches.wishes.faith')}
          empty={t('matches.wishes.faith-open')}
          options={(['any', ...NAMED_FAITHS] as const).map((value) => ({
            value,
            label: t(value === 'any' ? 'matches.wishes.faith-any' : `words.faith.${value}`),
          }))}
          value={(raw ? list(raw.faith)?.[0] : wishes?.faith) ?? undefined}
        />
      </Disclosure>
      <Disclosure
        summary={t('matches.wishes.not')}
        hint={t('matches.wishes.not-hint')}
        open={rulesOut.length > 0}
      >
        <CheckboxGroup
          page={page}
          name="rulesOut"
          label={t('matches.wishes.not-topics')}
          options={[
            ...TOPICS.map((one) => ({ value: `topic:${one}`, label: t(`words.topic.${one}`) })),
            ...STAGE_KINDS.filter((one) => one !== 'unsaid').map((one) => ({
              value: `stage:${one}`,
              label: t(`words.stage.${one}`),
            })),
          ]}
          values={rulesOut}
          error={errors?.rulesOut}
        />
      </Disclosure>
    </>
  );
}
