import type { Page } from '../../../ui/index.ts';
import { Actions, ButtonLink, Card, Layout, PageHead, PrintButton, Section } from '../../../ui/index.ts';
import type { Everything, ExportPart, Row } from '../export.ts';
import { readableRow } from '../export-words.ts';

/** Everything that is hers, to read. Empty parts are named too: that nothing is there is worth knowing. */
export function ExportPage({ page, everything }: { page: Page; everything: Everything }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('accounts.export')} current="me">
      <PageHead
        title={t('accounts.export')}
        lead={t('accounts.export-lead')}
        back={{ href: '/me', label: t('accounts.me') }}
      >
        <Actions>
          <ButtonLink href="/me/export" look="plain" icon="download" download>
            {t('accounts.export-json')}
          </ButtonLink>
          <PrintButton page={page} />
        </Actions>
      </PageHead>
      {(Object.entries(everything) as [ExportPart, Row[]][]).map(([part, rows]) => (
        <Section title={t(`accounts.export.${part}`)} id={`part-${part}`}>
          <Rows page={page} rows={rows} />
        </Section>
      ))}
    </Layout>
  );
}

function Rows({ page, rows }: { page: Page; rows: Row[] }) {
  const readable = rows.map((row) => readableRow(page, row)).filter((lines) => lines.length > 0);
  if (readable.length === 0) return <p class="quiet">{page.t('accounts.export-empty')}</p>;
  return (
    <div class="stack">
      {readable.map((lines) => (
        <Card as="div">
          <dl>
            {lines.map(({ label, value }) => (
              <div class="rule">
                <dt class="quiet">{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
    </div>
  );
}
