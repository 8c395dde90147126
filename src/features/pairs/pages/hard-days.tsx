import { Actions, ButtonLink, type Page, Section } from '../../../ui/index.ts';

/** For the mother: help now, and in two taps somebody trained who calls her. Her mentor is not told. */
export function HardDays({ page, name, callable }: { page: Page; name: string; callable: boolean }) {
  const { t } = page;
  return (
    <Section id="hard-days" title={t('pairs.hard.title')}>
      <p>
        {t('pairs.hard.text', { name })} {callable && t('pairs.hard.call-text', { name })}
      </p>
      <Actions>
        <ButtonLink href="/help-now" look="plain" icon="help">
          {t('ui.help-now')}
        </ButtonLink>
        {callable && (
          <ButtonLink href="/callbacks/new?about=low-mood" look="plain" icon="phone">
            {t('callbacks.ask')}
          </ButtonLink>
        )}
      </Actions>
    </Section>
  );
}
