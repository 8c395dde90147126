import type { PairTerm, PairWeights } from '../../../matching/index.ts';
import { Disclosure, type Page, Select } from '../../../ui/index.ts';

/** Ten numbers in three drawers: what was lived, how the two reach each other, what a mother asked for. */
const GROUPS = {
  lived: ['experience', 'stage', 'trained'],
  reach: ['hours', 'way', 'language'],
  asked: ['identity', 'faith', 'culture', 'age'],
} as const satisfies Record<string, readonly PairTerm[]>;
type Group = keyof typeof GROUPS;

interface Props {
  page: Page;
  weights: PairWeights;
  /** As a program of this kind weighs when nobody changed anything. */
  usual: PairWeights;
}

/** Each group folded, with what in it differs from the usual. */
export function WeightGroups({ page, weights, usual }: Props) {
  const { t } = page;
  return (
    <>
      {(Object.keys(GROUPS) as Group[]).map((group) => (
        <Disclosure summary={t(`matches.group.${group}`)} hint={differing(page, group, weights, usual)}>
          {GROUPS[group].map((term) => (
            <Select
              page={page}
              name={term}
              label={t(`matches.term.${term}`)}
              hint={
                weights[term] === usual[term] ? undefined : t('matches.weights.usual', { usual: usual[term] })
              }
              options={steps(weights[term]).map((value) => ({ value: String(value), label: String(value) }))}
              value={String(weights[term])}
            />
          ))}
        </Disclosure>
      ))}
    </>
  );
}

/** "Has been there 60, usually 40"; or that nothing does. */
function differing({ t, lang }: Page, group: Group, weights: PairWeights, usual: PairWeights): string {
  const others = GROUPS[group]
    .filter((term) => weights[term] !== usual[term])
    .map((term) =>
      t('matches.weights.differs', {
        term: t(`matches.term.${term}`),
        now: weights[term],
        usual: usual[term],
      }),
    );
  return others.length > 0
    ? new Intl.ListFormat(lang, { type: 'conjunction' }).format(others)
    : t('matches.weights.as-usual');
}

/** Fives from 0 to 100, and whatever stands there now. */
const steps = (now: number): number[] =>
  [...new Set([now, ...Array.from({ length: 21 }, (_, i) => i * 5)])].toSorted((a, b) => a - b);
