import { Face, Note } from '../../../ui/index.ts';
import type { Comer } from '../coming.ts';
import type { ComingProps } from './coming-props.ts';

/** Who comes: for those coming, and for whoever runs it. */
export function ComingPeople(p: ComingProps) {
  const { page, standing } = p;
  const { t } = page;
  const me = page.viewer?.memberId;
  const listed = (['yes', 'maybe', 'waiting'] as const).map(
    (answer) =>
      [answer, standing.comers.filter((one) => one.answer === answer && one.memberId !== me)] as const,
  );
  return (
    <>
      {listed.map(
        ([answer, comers]) =>
          comers.length > 0 && (
            <>
              <h3>{t(`coming.people.${answer}`)}</h3>
              <ul class="comers">
                {comers.map((comer) => (
                  <Person page={page} comer={comer} />
                ))}
              </ul>
            </>
          ),
      )}
    </>
  );
}

function Person({ page, comer }: { page: ComingProps['page']; comer: Comer }) {
  const along = comer.guests + comer.children;
  return (
    <li>
      <Face name={comer.name} />
      <a href={`/members/${comer.memberId}`}>{comer.name}</a>
      {along > 0 && <span class="quiet">{page.t('coming.along', { ...comer })}</span>}
    </li>
  );
}

/** With whom she walks in. */
export function Together({ page, standing: { company, mine } }: ComingProps) {
  const { t } = page;
  if (mine?.answer !== 'yes') return null;
  if (company.length === 0)
    return mine.company === 'wanted' ? (
      <p class="quiet">{t('coming.walk-in-looking')}</p>
    ) : mine.company === 'offered' ? (
      <p class="quiet">{t('coming.walk-in-offering')}</p>
    ) : null;
  return (
    <>
      {company.map(({ memberId, name, brings }) => (
        <Note tone="warm" icon="peer">
          <p>
            {t(brings ? 'coming.walk-in-brings' : 'coming.walk-in-with', { name })}{' '}
            <a href={`/members/${memberId}`}>{t('coming.walk-in-who', { name })}</a>
          </p>
        </Note>
      ))}
    </>
  );
}
