import type { Page } from '../../../ui/index.ts';
import { Actions, ButtonLink, Card, Layout, PageHead, PrintButton, Section } from '../../../ui/index.ts';
import type { Everything, ExportPart, Row } from '../export.ts';
import { readableRow } from '../export-words.ts';

/** Everything that is hers, to read. Empty parts are named too: that nothing is there is worth knowing. */
export function ExportPage({ page, everything }: { page: Page; everything: Everything }) {
  const { t } = page;
  const parts = (Object.entries(everything) as [ExportPart, Row[]][]).map(([part, rows]) => ({
    part,
    rows: rows.map((row) => readableRow(page, part, row)).filter((lines) => lines.length > 0),
  }));
  const full = parts.filter(({ rows }) => rows.length > 0);
  const empty = parts.filter(({ rows }) => rows.length === 0);
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
      {full.map(({ part, rows }) => (
        <Section title={t(`accounts.export.${part}`)} id={`part-${part}`}>
          <Rows rows={rows} />
        </Section>
      ))}
      {empty.length > 0 && (
        <Section title={t('accounts.export-empty')} id="part-none">
          <ul>
            {empty.map(({ part }) => (
              <li>{t(`accounts.export.${part}`)}</li>
            ))}
          </ul>
        </Section>
      )}
    </Layout>
  );
}

function Rows({ rows }: { rows: { label: string; value: string }[][] }) {
  return (
    <div class="stack">
      {rows.map((lines) => (
        <Card as="div">
          <dl>
            {lines.map(({ label, value }) => (
              <div class="rule">
                <dt class="quiet">{label}</dt>
                <dd>{value.startsWith('/photos/') ? <a href={value}>{value}</a> : value}</dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
    </div>
  );
}
