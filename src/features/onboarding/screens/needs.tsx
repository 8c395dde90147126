import { z } from 'zod';
import { FAITHS, SUPPORTS, TOPICS, type Topic } from '../../../matching/index.ts';
import { many, oneOf, readForm } from '../../../platform/http/index.ts';
import { CheckboxGroup, Disclosure, Select } from '../../../ui/index.ts';
import type { Answers } from '../answers.ts';
import { all, Frame, one, type Screen, type ScreenProps } from './screen.tsx';

const needsForm = z.object({ supports: many(SUPPORTS), topics: many(TOPICS), faith: oneOf(FAITHS) });

/** Offered to somebody who told us of a loss alone: nothing that speaks of a child. */
export const BESIDE_LOSS: readonly Topic[] = [
  'low-mood',
  'loss',
  'relationship',
  'faith',
  'returning-to-work',
  'working-from-home',
  'self-employment',
  'newly-arrived',
  'lgbtq',
  'money',
];
/** Most mothers look for one of these; the others wait under one tap, so that the screen stays short. */
const FIRST: readonly Topic[] = [
  'low-mood',
  'sleep',
  'feeding',
  'birth-recovery',
  'single-parenting',
  'returning-to-work',
  'relationship',
  'loss',
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

/** The topics shown at once, and those under one tap. What she chose before is always among the first. */
function topicsFor({ stages, topics }: Answers): { first: Topic[]; more: Topic[] } {
  const chosen = (topic: Topic) => topics.includes(topic);
  const lossAlone = stages.length > 0 && stages.every((stage) => stage.kind === 'loss');
  if (lossAlone) return { first: TOPICS.filter((one) => BESIDE_LOSS.includes(one) || chosen(one)), more: [] };
  const adopting = stages.some((stage) => stage.kind === 'adopting');
  const near = (topic: Topic) => FIRST.includes(topic) || chosen(topic) || (adopting && topic === 'adoption');
  return { first: TOPICS.filter(near), more: TOPICS.filter((topic) => !near(topic)) };
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
      <Topics page={page} answers={answers} raw={raw} errors={errors} />
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

function Topics({ page, answers, raw, errors }: Pick<ScreenProps, 'page' | 'answers' | 'raw' | 'errors'>) {
  const { t } = page;
  const values = all(raw, 'topics');
  const { first, more } = topicsFor(answers);
  const options = (topics: Topic[]) =>
    topics.map((topic) => ({ value: topic, label: t(`words.topic.${topic}`) }));
  return (
    <>
      <CheckboxGroup
        page={page}
        name="topics"
        label={t('onboarding.needs.topics')}
        options={options(first)}
        values={values}
        error={errors?.topics}
      />
      {more.length > 0 && (
        <Disclosure summary={t('onboarding.needs.more')} open={more.some((topic) => values.includes(topic))}>
          <CheckboxGroup
            page={page}
            name="topics"
            id="f-more-topics"
            label={t('onboarding.needs.more-label')}
            options={options(more)}
            values={values}
          />
        </Disclosure>
      )}
    </>
  );
}
