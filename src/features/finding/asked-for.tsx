import { Icon, type Page } from '../../ui/index.ts';

/** What is being asked, each with its way out: in words, and where to go without it. */
export function AskedFor({ page, asked }: { page: Page; asked: { label: string; out: string }[] }) {
  const { t } = page;
  if (asked.length === 0) return null;
  return (
    <ul class="chips asked-for" aria-label={t('finding.asked-for')}>
      {asked.map(({ label, out }) => (
        <li>
          <a class="chip bare" href={out} aria-label={t('finding.take-out', { filter: label })}>
            <span>{label}</span>
            <Icon name="close" size={16} />
          </a>
        </li>
      ))}
    </ul>
  );
}
