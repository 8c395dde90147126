import { STAGE_KINDS } from '../../../matching/index.ts';
import { type Raw, readForm } from '../../../platform/http/index.ts';
import { CheckboxGroup, Disclosure, FieldGroup } from '../../../ui/index.ts';
import type { Answers } from '../answers.ts';
import { MOST_CHILDREN, stagesForm, stagesTold } from '../stages.ts';
import { MonthBoxes } from './month-boxes.tsx';
import { all, Frame, type Screen, type ScreenProps } from './screen.tsx';

/** 1: where she is. Months are asked beside the stages they belong to, and never beside a loss. */
export const where: Screen = {
  told(answers) {
    const raw: Record<string, string[]> = {
      stages: [...new Set(answers.stages.map((stage) => stage.kind))],
      dueYear: [],
      dueMonth: [],
      homeYear: [],
      homeMonth: [],
      childYear: [],
      childMonth: [],
    };
    for (const stage of answers.stages) {
      const [name, month] = monthOf(stage);
      if (!month) continue;
      raw[`${name}Year`]!.push(month.slice(0, 4));
      raw[`${name}Month`]!.push(String(Number(month.slice(5))));
    }
    return raw;
  },
  async hear(c, _answers, today) {
    const form = await readForm(c, stagesForm);
    if (!form.ok) return form;
    const { stages, errors } = stagesTold(form.values, today);
    if (Object.keys(errors).length > 0) return { ok: false, errors, raw: form.raw };
    return { ok: true, part: { stages } };
  },
  View: Where,
};

function monthOf(stage: Answers['stages'][number]): ['due' | 'home' | 'child', string | null] {
  if (stage.kind === 'expecting') return ['due', stage.dueMonth];
  if (stage.kind === 'adopting') return ['home', stage.homeMonth ?? null];
  return ['child', 'birthMonth' in stage ? stage.birthMonth : null];
}

function Where({ page, answers, raw, errors, today }: ScreenProps) {
  const { t } = page;
  const stages = all(raw, 'stages');
  const quiet = stages.includes('loss') || stages.includes('unsaid');
  const open = (...kinds: string[]) => (!quiet && kinds.some((kind) => stages.includes(kind)) ? ' told' : '');
  return (
    <Frame
      page={page}
      step={1}
      title="onboarding.stages.title"
      lead="onboarding.stages.lead"
      answers={answers}
      errors={errors}
    >
      <CheckboxGroup
        page={page}
        name="stages"
        label={t('onboarding.stages.label')}
        options={STAGE_KINDS.map((kind) => ({ value: kind, label: t(`words.stage.${kind}`) }))}
        values={stages}
        error={errors?.stages}
      />
      <div class={`when when-expecting${open('expecting')}`}>
        <FieldGroup
          page={page}
          name="due"
          label={t('onboarding.stages.due')}
          hint={t('onboarding.stages.month-hint')}
          error={errors?.due}
        >
          <MonthBoxes page={page} name="due" id="f-due" raw={raw} years={yearsFrom(today, 0, 1)} />
        </FieldGroup>
      </div>
      <div class={`when when-adopting${open('adopting')}`}>
        <FieldGroup
          page={page}
          name="home"
          label={t('onboarding.stages.home')}
          hint={t('onboarding.stages.month-hint')}
          error={errors?.home}
        >
          <MonthBoxes
            page={page}
            name="home"
            id="f-home"
            raw={raw}
            years={yearsFrom(today, -6, 1).reverse()}
          />
        </FieldGroup>
      </div>
      <div class={`when when-child${open('baby', 'toddler')}`}>
        <Children page={page} raw={raw} errors={errors} years={yearsFrom(today, -6, 0).reverse()} />
      </div>
    </Frame>
  );
}

/** One child, and room for more for whoever has them. */
function Children({
  page,
  raw,
  errors,
  years,
}: Pick<ScreenProps, 'page' | 'raw' | 'errors'> & { years: number[] }) {
  const { t } = page;
  const filled = Math.max(filledRows(raw, 'childMonth'), filledRows(raw, 'childYear'));
  const rows = Math.min(MOST_CHILDREN, Math.max(4, filled + 1));
  const others = Array.from({ length: rows - 1 }, (_, i) => i + 1);
  return (
    <FieldGroup
      page={page}
      name="children"
      label={t('onboarding.stages.born')}
      hint={t('onboarding.stages.month-hint')}
      error={errors?.children}
    >
      <MonthBoxes page={page} name="child" id="f-children" raw={raw} years={years} />
      <Disclosure summary={t('onboarding.stages.more-children')} open={filled > 1}>
        {others.map((row) => (
          <MonthBoxes page={page} name="child" row={row} id={`f-child-${row + 1}`} raw={raw} years={years} />
        ))}
      </Disclosure>
    </FieldGroup>
  );
}

const filledRows = (raw: Raw, name: string): number =>
  all(raw, name).findLastIndex((value) => value !== '') + 1;

function yearsFrom(today: string, first: number, last: number): number[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, i) => year + first + i);
}
