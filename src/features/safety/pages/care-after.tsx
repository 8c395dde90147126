import { ButtonLink, Layout, type Page, PageHead, Section, Stack } from '../../../ui/index.ts';
import { CallDoor } from '../../call-door/index.ts';
import { type HelplineShown, LineCard } from '../../helplines/index.ts';

interface Props {
  page: Page;
  lines: HelplineShown[];
  to: string;
  /** Somebody here could call her. */
  calls: boolean;
}

/** After heavy words: they are posted, and somebody answers now. Nothing here asks anything of her. */
export function CarePageAfter({ page, lines, to, calls }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('safety.after-title')} current="circles">
      <PageHead title={t('safety.after-title')} lead={t('safety.after-lead')} />
      <ButtonLink href={to} look="plain">
        {t('safety.after-back')}
      </ButtonLink>
      <Section title={t('safety.after-lines')} id="lines">
        <Stack list>
          {lines.map((line) => (
            <LineCard page={page} line={line} />
          ))}
        </Stack>
      </Section>
      {calls && <CallDoor page={page} />}
      <p class="quiet">
        <a href="/help-now">{t('safety.after-more')}</a> · <a href="/guides/danger">{t('guides.danger')}</a>
      </p>
    </Layout>
  );
}
