import { PAIR_TERMS, type PairWeights } from '../../../matching/index.ts';
import { Actions, Button, Card, Form, Layout, type Page, PageHead, Section } from '../../../ui/index.ts';
import type { Program } from '../../programs/index.ts';
import type { Foreseen } from '../weighing.ts';
import { WeightGroups } from './weight-groups.tsx';

interface Props {
  page: Page;
  program: Program;
  weights: PairWeights;
  /** As a program of this kind weighs when nobody changed anything. */
  usual: PairWeights;
  /** What these weights would change; null while none were tried. */
  changes: Foreseen | null;
}

/** How much each comparison weighs; tried on the round of today before it is applied. */
export function WeightsPage({ page, program, weights, usual, changes }: Props) {
  const { t } = page;
  const here = `/community/programs/${program.id}/weights`;
  return (
    <Layout page={page} title={t('matches.weights.title')} current="me" narrow>
      <PageHead
        title={t('matches.weights.title')}
        lead={t('matches.weights.lead')}
        back={{ href: `/community/programs/${program.id}/board`, label: t('matches.board.title') }}
      />
      {changes && <Changes page={page} here={here} weights={weights} changes={changes} />}
      <Form page={page} action={here} method="get">
        <WeightGroups page={page} weights={weights} usual={usual} />
        <Actions>
          <Button>{t('matches.weights.try')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

function Changes({
  page,
  here,
  weights,
  changes,
}: {
  page: Page;
  here: string;
  weights: PairWeights;
  changes: Foreseen;
}) {
  const { t } = page;
  return (
    <Section id="changes" title={t('matches.weights.changes', { count: changes.changes.length })}>
      <p>{t('matches.weights.matched', { before: changes.before.matched, after: changes.after.matched })}</p>
      {changes.changes.length > 0 && (
        <Card as="div">
          <ul>
            {changes.changes.map(({ mother, before, after }) => (
              <li>
                {t('matches.weights.change', {
                  mother,
                  before: before ?? t('matches.weights.nobody'),
                  after: after ?? t('matches.weights.nobody'),
                })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Form page={page} action={here} inline>
        {PAIR_TERMS.map((term) => (
          <input type="hidden" name={term} value={String(weights[term])} />
        ))}
        <Button>{t('matches.weights.apply')}</Button>
      </Form>
    </Section>
  );
}
