import { Disclosure, type Page, Section } from '../../../ui/index.ts';
import { FIGURE_DAYS, type PairFigures, type Tally } from '../coordinating.ts';
import { BECAUSE, type Because, QUESTIONS, type Question } from '../ending.ts';

interface Props {
  page: Page;
  figures: PairFigures;
  tallies: Tally[];
}

/** How the program goes, in numbers behind which at least five stand. */
export function Figures({ page, figures, tallies }: Props) {
  const { t } = page;
  const said = [
    figures.begun !== null && t('pairs.figures.first', { inTime: figures.inTime ?? 0, begun: figures.begun }),
    figures.aWeek !== null && t('pairs.figures.a-week', { days: Math.round(figures.aWeek * 10) / 10 }),
    figures.rematched !== null && t('pairs.figures.rematched', { count: figures.rematched }),
    figures.finished !== null && t('pairs.figures.finished', { count: figures.finished }),
  ].filter((one) => one !== false);
  return (
    <Section id="figures" title={t('pairs.figures.title', { days: FIGURE_DAYS })}>
      {said.map((words) => (
        <p>{words}</p>
      ))}
      <p class="quiet">{t('pairs.figures.few')}</p>
      {tallies.length > 0 && (
        <Disclosure summary={t('pairs.figures.said')}>
          <ul>
            {tallies.map((one) => (
              <li>{tallyWords(page, one)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function tallyWords({ t }: Page, { side, asked, answer, times }: Tally): string {
  const who = t(`pairs.side.${side}`);
  if (asked === 'because') {
    const because = BECAUSE.find((one): one is Because => one === answer);
    return t('pairs.figures.tally', {
      who,
      asked: t('pairs.because-label'),
      answer: because ? t(`pairs.because.${because}`) : answer,
      times,
    });
  }
  const question = asked as Question;
  const isKnown = asked in QUESTIONS && (QUESTIONS[question] as readonly string[]).includes(answer);
  return t('pairs.figures.tally', {
    who,
    asked: isKnown ? t(`pairs.asked.${question}`) : asked,
    answer: isKnown ? t(`pairs.said.${question}.${answer}` as 'pairs.said.helped.much') : answer,
    times,
  });
}
