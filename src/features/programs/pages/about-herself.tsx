import { AGE_BANDS } from '../../../matching/index.ts';
import { CheckboxGroup, Disclosure, type Page, RadioGroup } from '../../../ui/index.ts';
import { CULTURES, IDENTITIES, MENTOR_RULES_OUT, NAMED_FAITHS } from '../traits.ts';
import type { Shown } from './mentor-form-shown.ts';

/** What she may say and need not; and what she would rather not be matched on. Folded: nobody has to pass it. */
export function AboutHerself({ page, was }: { page: Page; was: Shown }) {
  const { t } = page;
  const said =
    ['ageBand', 'faith'].some((name) => was.text(name as 'faith')) || was.list('culture').length > 0;
  return (
    <>
      <Disclosure
        summary={t('programs.traits.summary')}
        hint={t('programs.traits.hint')}
        open={said || was.list('identity').length > 0}
      >
        <RadioGroup
          page={page}
          name="ageBand"
          label={t('programs.traits.age')}
          options={[
            { value: '', label: t('programs.traits.unsaid') },
            ...AGE_BANDS.map((value) => ({ value, label: t(`programs.age.${value}`) })),
          ]}
          value={was.text('ageBand')}
          optional
        />
        <RadioGroup
          page={page}
          name="faith"
          label={t('programs.traits.faith')}
          options={[
            { value: '', label: t('programs.traits.unsaid') },
            ...NAMED_FAITHS.map((value) => ({ value, label: t(`words.faith.${value}`) })),
          ]}
          value={was.text('faith')}
          optional
        />
        <CheckboxGroup
          page={page}
          name="culture"
          label={t('programs.traits.culture')}
          options={CULTURES.map((value) => ({ value, label: t(`programs.culture.${value}`) }))}
          values={was.list('culture')}
          optional
        />
        <CheckboxGroup
          page={page}
          name="identity"
          label={t('programs.traits.identity')}
          options={IDENTITIES.map((value) => ({ value, label: t(`programs.identity.${value}`) }))}
          values={was.list('identity')}
          optional
        />
      </Disclosure>
      <Disclosure
        summary={t('programs.rules-out.summary')}
        hint={t('programs.rules-out.hint')}
        open={was.list('rulesOut').length > 0}
      >
        <CheckboxGroup
          page={page}
          name="rulesOut"
          label={t('programs.rules-out.label')}
          options={MENTOR_RULES_OUT.map((value) => ({ value, label: ruledOutWord(page, value) }))}
          values={was.list('rulesOut')}
          optional
        />
      </Disclosure>
    </>
  );
}

/** What was ruled out, in a word. */
export function ruledOutWord({ t }: Page, value: (typeof MENTOR_RULES_OUT)[number]): string {
  switch (value) {
    case 'stage:trying':
      return t('words.stage.trying');
    case 'stage:expecting':
      return t('words.stage.expecting');
    case 'topic:loss':
      return t('words.stage.loss');
    case 'topic:nicu':
      return t('words.topic.nicu');
    case 'topic:low-mood':
      return t('words.topic.low-mood');
    case 'topic:relationship':
      return t('words.topic.relationship');
  }
}
