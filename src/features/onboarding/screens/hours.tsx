import { z } from 'zod';
import { LANGUAGES, type Language, SLOTS } from '../../../matching/index.ts';
import { many, readForm } from '../../../platform/http/index.ts';
import { LongChoices, WeekGrid } from '../../../ui/index.ts';
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
export function languagesFor(page: Page): Language[] {
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

function Languages({ page, raw, errors }: Pick<ScreenProps, 'page' | 'raw' | 'errors'>) {
  const { t } = page;
  return (
    <LongChoices
      page={page}
      name="languages"
      label={t('onboarding.hours.languages')}
      options={languagesFor(page).map((code) => ({ value: code, label: t(`words.language.${code}`) }))}
      values={all(raw, 'languages')}
      error={errors?.languages}
      atOnce={4}
      more={{ summary: t('onboarding.hours.more'), label: t('onboarding.hours.more-label') }}
    />
  );
}
