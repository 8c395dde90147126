import { Chip, type Page, PostText } from '../../../ui/index.ts';
import { mentorsQuestions } from '../forms.ts';
import type { Mentor } from '../mentor.ts';
import type { Program } from '../program.ts';
import { MENTOR_RULES_OUT } from '../traits.ts';
import { ruledOutWord } from './about-herself.tsx';

/** What a mentor said of herself: for herself and for the coordinators who decide. */
export function MentorFacts({ page, program, mentor }: { page: Page; program: Program; mentor: Mentor }) {
  const { t } = page;
  return (
    <>
      <div class="chips">
        {mentor.experiences.map((topic) => (
          <Chip tint="sky">{t(`words.topic.${topic}`)}</Chip>
        ))}
      </div>
      {mentor.about && <PostText text={mentor.about} />}
      <ul class="plain-list">
        {linesOf(page, program, mentor).map(({ label, value }) => (
          <li>
            <span class="quiet">{label}:</span> {value}
          </li>
        ))}
      </ul>
    </>
  );
}

function linesOf(page: Page, program: Program, mentor: Mentor): { label: string; value: string }[] {
  const { t } = page;
  const list = (words: string[]) => new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(words);
  const { traits } = mentor;
  const ruledOut = MENTOR_RULES_OUT.filter((one) => mentor.rulesOut.includes(one));
  const lines: [string, string][] = [
    [t('programs.facts.languages'), list(mentor.languages.map((l) => t(`words.language.${l as 'en'}`)))],
    [
      t('programs.facts.free'),
      mentor.free.length > 0 ? t('programs.facts.hours', { count: mentor.free.length }) : '',
    ],
    [t('programs.facts.meets'), t(mentor.online ? 'programs.facts.online' : 'programs.facts.nearby')],
    [
      t('programs.facts.recovered'),
      program.recoveredMonths === null ? '' : monthOf(page, mentor.recoveredSince),
    ],
    [t('programs.traits.age'), traits.ageBand ? t(`programs.age.${traits.ageBand}`) : ''],
    [t('programs.traits.faith'), traits.faith ? t(`words.faith.${traits.faith}`) : ''],
    [t('programs.traits.culture'), list(traits.culture.map((one) => t(`programs.culture.${one}`)))],
    [t('programs.traits.identity'), list(traits.identity.map((one) => t(`programs.identity.${one}`)))],
    [t('programs.rules-out.label'), list(ruledOut.map((one) => ruledOutWord(page, one)))],
    ...mentorsQuestions(program).map(({ id, words }): [string, string] => [words, mentor.answers[id] ?? '']),
  ];
  return lines.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

/** 'March 2021'. */
function monthOf(page: Page, month: string | null): string {
  if (!month) return '';
  const format = new Intl.DateTimeFormat(page.lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}
