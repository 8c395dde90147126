import { Note, type Page } from '../../../ui/index.ts';

/** Says that the words she agreed to have changed, and leads to the new ones; nothing where nothing changed. */
export function AgreeAnew({ page, programs }: { page: Page; programs: { id: string; name: string }[] }) {
  const { t } = page;
  if (programs.length === 0) return null;
  return (
    <Note tone="warm" icon="info">
      {programs.map(({ id, name }) => (
        <p>
          {t('programs.anew.text', { name })}{' '}
          <a href={`/programs/${id}/agreement`}>{t('programs.anew.link')}</a>
        </p>
      ))}
    </Note>
  );
}
