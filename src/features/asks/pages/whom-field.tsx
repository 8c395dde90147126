import type { Raw } from '../../../platform/http/index.ts';
import { CheckboxGroup, type Choice, type Errors, type Page } from '../../../ui/index.ts';
import { circleName } from '../../circles/index.ts';
import { getsLetters } from '../../people/index.ts';
import type { Door } from '../needs.ts';
import type { Whom } from '../whom.ts';

interface Props {
  page: Page;
  door: Door;
  whom: Whom;
  refused?: { raw: Raw; errors: Errors };
}

/** To whom it goes. What tells nobody her name is chosen already; letters and posts she chooses herself. */
export function WhomField({ page, door, whom, refused }: Props) {
  const { t } = page;
  const options: Choice[] = [
    { value: 'nearby', label: t('asks.to.nearby'), hint: t('asks.to-hint.nearby') },
    ...(whom.volunteers
      ? [{ value: 'volunteers', label: t('asks.to.volunteers'), hint: t('asks.to-hint.volunteers') }]
      : []),
    ...whom.circles.map((circle) => ({
      value: `circle-${circle.circleId}`,
      label: circleName(page, circle),
      hint: t('asks.to-hint.circle'),
    })),
    ...whom.people.map((person) => ({
      value: `person-${person.personId}`,
      label: person.name,
      hint: t(getsLetters(person) ? 'asks.to-hint.person' : 'asks.to-hint.by-hand'),
    })),
  ];
  const likely = door === 'listen' ? ['nearby', 'volunteers'] : ['nearby'];
  return (
    <CheckboxGroup
      page={page}
      name="to"
      label={t('asks.to')}
      options={options}
      values={refused ? [refused.raw.to ?? []].flat() : likely}
      error={refused?.errors.to}
    />
  );
}
