import type { MessageKey } from '../../../platform/i18n/index.ts';
import { Layout, Note, type Page, PageHead, Section } from '../../../ui/index.ts';
import { CallDoor } from '../../call-door/index.ts';
import type { Groups } from '../grouping.ts';
import type { PlaceOfHelp } from '../whereabouts.ts';
import { LineCard } from './line-card.tsx';
import { PlaceForm, placeName } from './place-form.tsx';

const GROUPS: { group: keyof Groups; title: MessageKey }[] = [
  { group: 'danger', title: 'helplines.danger' },
  { group: 'talk', title: 'helplines.talk' },
  { group: 'other', title: 'helplines.other' },
];

interface HelpNowProps {
  page: Page;
  place: PlaceOfHelp;
  groups: Groups;
  /** Somebody here could call her. */
  calls: boolean;
}

/** Who answers, where she is, at this hour. */
export function HelpNowPage({ page, place, groups, calls }: HelpNowProps) {
  const { t } = page;
  const where = placeName(page, place);
  const shown = GROUPS.filter(({ group }) => groups[group].length > 0);
  const known = Object.values(groups)
    .flat()
    .some((line) => line.country !== null);
  return (
    <Layout page={page} title={t('helplines.title')} wide public description={t('helplines.description')}>
      <PageHead title={t('helplines.title')} lead={t('helplines.lead')}>
        <nav class="jump" aria-label={t('helplines.jump')}>
          {shown.map(({ group, title }) => (
            <a href={`#${group}`}>{t(title)}</a>
          ))}
        </nav>
      </PageHead>
      <PlaceForm
        page={page}
        place={place}
        summary={where && known ? t('helplines.for-place', { place: where }) : null}
      />
      {!known && (
        <Note icon="info">
          <p>{where ? t('helplines.unknown-country', { place: where }) : t('helplines.unknown')}</p>
        </Note>
      )}
      {shown.map(({ group, title }) => (
        <Section id={group} title={t(title)}>
          <ul class="stack helplines">
            {groups[group].map((line) => (
              <LineCard page={page} line={line} />
            ))}
          </ul>
        </Section>
      ))}
      {calls && <CallDoor page={page} />}
      <p class="quiet">{t('helplines.about-facts')}</p>
    </Layout>
  );
}
