import { Kind, type Page, Section, type SupportKind } from '../../../ui/index.ts';

const KINDS: readonly SupportKind[] = ['circle', 'peer', 'professional', 'family', 'online'];

/** What a plan is made of, one line each. */
export function FiveKinds({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Section id="kinds" title={t('landing.kinds')} aside={t('landing.kinds-lead')}>
      <ul class="kinds">
        {KINDS.map((kind) => (
          <li>
            <Kind page={page} kind={kind} />
            <p>{t(`landing.kind.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
