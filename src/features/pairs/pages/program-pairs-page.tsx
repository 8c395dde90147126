import {
  Actions,
  ButtonLink,
  Card,
  Chip,
  Disclosure,
  formatTime,
  Layout,
  type Page,
  PageHead,
  Pagination,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { PairFigures, PairKept, Tally } from '../coordinating.ts';
import { Figures } from './figures.tsx';

interface Props {
  page: Page;
  program: { id: string; name: string };
  /** Those somebody has to see to, and a sheet of the others. */
  needing: PairKept[];
  rest: PairKept[];
  more: { sheet: number; sheets: number; count: number };
  figures: PairFigures;
  tallies: Tally[];
}

/** Three hundred pairs and the few that need her: those stand first, the rest are folded away. */
export function ProgramPairsPage({ page, program, needing, rest, more, figures, tallies }: Props) {
  const { t } = page;
  const here = `/community/programs/${program.id}/pairs`;
  const sheet = (n: number) => `${here}?page=${n}#others`;
  return (
    <Layout page={page} title={t('pairs.keeping.title')} current="me">
      <PageHead
        title={t('pairs.keeping.title')}
        lead={t('pairs.keeping.lead')}
        back={{ href: `/community/programs/${program.id}`, label: program.name }}
      />
      <Section id="needing" title={t('pairs.keeping.needing', { count: needing.length })}>
        {needing.length === 0 && (
          <p class="quiet">{t(more.count === 0 ? 'pairs.keeping.none' : 'pairs.keeping.nobody')}</p>
        )}
        <Stack list>
          {needing.map((pair) => (
            <Card as="li" lit={pair.worriedAt !== null}>
              <Kept page={page} here={here} pair={pair} />
            </Card>
          ))}
        </Stack>
      </Section>
      {more.count > 0 && (
        <Disclosure
          id="others"
          summary={t('pairs.keeping.others', { count: more.count })}
          open={more.sheet > 1}
        >
          <Stack list>
            {rest.map((pair) => (
              <Card as="li" quiet>
                <Kept page={page} here={here} pair={pair} />
              </Card>
            ))}
          </Stack>
          <Pagination
            page={page}
            older={more.sheet < more.sheets ? sheet(more.sheet + 1) : undefined}
            newest={more.sheet > 1 ? sheet(1) : undefined}
          />
        </Disclosure>
      )}
      <Figures page={page} figures={figures} tallies={tallies} />
    </Layout>
  );
}

function Kept({ page, here, pair }: { page: Page; here: string; pair: PairKept }) {
  const { t } = page;
  const { mentee, mentor } = pair;
  return (
    <>
      <div class="chips">
        {pair.worriedAt && <Chip tint="rose">{t('pairs.keeping.worried', { mentor })}</Chip>}
        <Chip tint={pair.standing === 'in-touch' ? 'sage' : 'gold'}>{standing(page, pair)}</Chip>
      </div>
      <h3>{t('pairs.keeping.two', { mentee, mentor })}</h3>
      <p class="quiet">{done(page, pair).join(' · ')}</p>
      <Actions>
        {pair.worriedAt && (
          <ButtonLink href={`${here}/${pair.id}/worry`}>{t('pairs.keeping.see-to-it')}</ButtonLink>
        )}
        <ButtonLink
          href={`${here}/${pair.id}/ending`}
          look="text"
          label={t('pairs.keeping.end-title', { mentee, mentor })}
        >
          {t('pairs.keeping.end')}
        </ButtonLink>
      </Actions>
    </>
  );
}

function standing(page: Page, pair: PairKept): string {
  const { t } = page;
  const day = (at: Date) => formatTime(page, at, 'date');
  if (pair.restsUntil) return t('pairs.keeping.rests', { day: day(pair.restsUntil) });
  if (pair.standing === 'quiet')
    return t('pairs.keeping.quiet', { day: day(pair.lastContactAt ?? pair.startedAt) });
  return t(`pairs.keeping.${pair.standing}`);
}

/** Dates, and what was done about a silence. */
function done(page: Page, pair: PairKept): string[] {
  const { t } = page;
  const day = (at: Date) => formatTime(page, at, 'date');
  return [
    t('pairs.keeping.since', { day: day(pair.startedAt) }),
    pair.nudgedAt && t('pairs.keeping.nudged', { mentor: pair.mentor, day: day(pair.nudgedAt) }),
    pair.askedAt && t('pairs.keeping.asked', { mentee: pair.mentee, day: day(pair.askedAt) }),
    pair.answer && t(`pairs.keeping.answer.${pair.answer}`),
  ].filter((one) => one !== null);
}
