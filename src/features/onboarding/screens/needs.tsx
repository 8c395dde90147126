import { z } from 'zod';
import { FAITHS, SUPPORTS, TOPICS, type Topic } from '../../../matching/index.ts';
import { many, oneOf, readForm } from '../../../platform/http/index.ts';
import { CheckboxGroup, Select } from '../../../ui/index.ts';
import type { Answers } from '../answers.ts';
import { all, Frame, one, type Screen, type ScreenProps } from './screen.tsx';

const needsForm = z.object({ supports: many(SUPPORTS), topics: many(TOPICS), faith: oneOf(FAITHS) });

/** Offered to somebody who told us of a loss alone: nothing that speaks of a child. */
const BESIDE_LOSS: readonly Topic[] = [
  'low-mood',
  'loss',
  'relationship',
  'faith',
  'returning-to-work',
  'working-from-home',
  'newly-arrived',
  'lgbtq',
  'money',
];

/** 3: what would help now. */
export const needs: Screen = {
  told: ({ supports, topics, faith }) => ({ supports, topics, faith: faith ?? '' }),
  async hear(c) {
    const form = await readForm(c, needsForm);
    if (!form.ok) return form;
    const { supports, topics, faith } = form.values;
    return { ok: true, part: { supports, topics, faith: topics.includes('faith') ? faith : null } };
  },
  View: Needs,
};

function topicsFor({ stages, topics }: Answers): readonly Topic[] {
  const lossAlone = stages.length > 0 && stages.every((stage) => stage.kind === 'loss');
  return lossAlone ? TOPICS.filter((topic) => BESIDE_LOSS.includes(topic) || topics.includes(topic)) : TOPICS;
}

function Needs({ page, answers, raw, errors }: ScreenProps) {
  const { t } = page;
  return (
    <Frame
      page={page}
      step={3}
      title="onboarding.needs.title"
      lead="onboarding.needs.lead"
      answers={answers}
      errors={errors}
    >
      <CheckboxGroup
        page={page}
        name="supports"
        label={t('onboarding.needs.supports')}
        options={SUPPORTS.map((support) => ({ value: support, label: t(`words.support.${support}`) }))}
        values={all(raw, 'supports')}
        error={errors?.supports}
      />
      <CheckboxGroup
        page={page}
        name="topics"
        label={t('onboarding.needs.topics')}
        options={topicsFor(answers).map((topic) => ({ value: topic, label: t(`words.topic.${topic}`) }))}
        values={all(raw, 'topics')}
        error={errors?.topics}
      />
      <div class={all(raw, 'topics').includes('faith') ? 'when when-faith told' : 'when when-faith'}>
        <Select
          page={page}
          name="faith"
          label={t('onboarding.needs.faith')}
          empty={t('onboarding.needs.faith-any')}
          options={FAITHS.filter((faith) => faith !== 'any').map((faith) => ({
            value: faith,
            label: t(`words.faith.${faith}`),
          }))}
          value={one(raw, 'faith')}
          error={errors?.faith}
        />
      </div>
    </Frame>
  );
}
