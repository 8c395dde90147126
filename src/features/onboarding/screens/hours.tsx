import { z } from 'zod';
import { LANGUAGES, type Language, SLOTS } from '../../../matching/index.ts';
import { many, readForm } from '../../../platform/http/index.ts';
import type { MessageKey } from '../../../platform/i18n/index.ts';
import { CheckboxGroup, Disclosure, WeekGrid } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { all, Frame, type Screen, type ScreenProps } from './screen.tsx';

const hoursForm = z.object({ languages: many(LANGUAGES), free: many(SLOTS) });

/** 4: the languages she speaks, and when she is free. */
export const hours: Screen = {
  // The language she reads is a fair first guess; it is hers to take out.
  told: ({ languages, free, finishedAt }, page) => ({
    languages: languages.length === 0 && finishedAt === null ? languagesFor(page).slice(0, 1) : languages,
    free,
  }),
  async hear(c) {
    const form = await readForm(c, hoursForm);
    if (!form.ok) return form;
    return { ok: true, part: form.values };
  },
  View: Hours,
};

/** The language of the page first, then the community's, then the rest. */
function languagesFor(page: Page): Language[] {
  const near = [page.locale, ...(page.community?.languages ?? [])];
  const rank = (code: string) => (near.includes(code) ? near.indexOf(code) : near.length);
  return [...LANGUAGES].sort((a, b) => rank(a) - rank(b));
}

function Hours({ page, answers, raw, errors }: ScreenProps) {
  const { t } = page;
  return (
    <Frame
      page={page}
      step={4}
      title="onboarding.hours.title"
      lead="onboarding.hours.lead"
      answers={answers}
      errors={errors}
    >
      <Languages page={page} raw={raw} errors={errors} />
      <WeekGrid
        page={page}
        name="free"
        label={t('onboarding.hours.free')}
        hint={t('onboarding.hours.free-hint')}
        values={all(raw, 'free')}
        error={errors?.free}
      />
    </Frame>
  );
}

const AT_ONCE = 4;

/** The likeliest languages and those she chose at once; the rest under one tap. */
function Languages({ page, raw, errors }: Pick<ScreenProps, 'page' | 'raw' | 'errors'>) {
  const { t } = page;
  const values = all(raw, 'languages');
  const near = (code: Language, i: number) => i < AT_ONCE || values.includes(code);
  const codes = languagesFor(page);
  const group = (list: Language[], id: string, label: MessageKey) => (
    <CheckboxGroup
      page={page}
      name="languages"
      id={id}
      label={t(label)}
      options={list.map((code) => ({ value: code, label: t(`words.language.${code}`) }))}
      values={values}
      error={id === 'f-languages' ? errors?.languages : undefined}
    />
  );
  return (
    <>
      {group(codes.filter(near), 'f-languages', 'onboarding.hours.languages')}
      <Disclosure summary={t('onboarding.hours.more')}>
        {group(
          codes.filter((code, i) => !near(code, i)),
          'f-more-languages',
          'onboarding.hours.more-label',
        )}
      </Disclosure>
    </>
  );
}
