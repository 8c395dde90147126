import { type Finding, SPEAKS_FROM } from '../../../matching/index.ts';
import { Actions, Button, ButtonLink, Card, Disclosure, Form, Stack } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { HerMap } from '../her-map.ts';
import { findingWords } from './saying.ts';

/** One of each sort stands open; the rest waits folded, so that nobody meets a list of what she lacks. */
export function FindingCards({ page, map }: { page: Page; map: HerMap }) {
  const { t } = page;
  const { findings, gentle } = map;
  const begun = map.ties.length < SPEAKS_FROM;
  if (findings.length === 0)
    return <p class="quiet">{t(begun ? 'ecomap.findings.begun' : 'ecomap.findings.none')}</p>;
  const open = findings.filter(({ kind }, i) => findings.findIndex((one) => one.kind === kind) === i);
  const rest = findings.filter((finding) => !open.includes(finding));
  const drawn = (finding: Finding) => <FindingCard page={page} finding={finding} gentle={gentle} />;
  return (
    <>
      <Stack list>{open.map(drawn)}</Stack>
      {rest.length > 0 && (
        <Disclosure calm id="more-findings" summary={t('ecomap.findings.more', { count: rest.length })}>
          <Stack list>{rest.map(drawn)}</Stack>
        </Disclosure>
      )}
    </>
  );
}

function FindingCard({ page, finding, gentle }: { page: Page; finding: Finding; gentle: boolean }) {
  const { t } = page;
  const { sentence, step, href } = findingWords(page, finding, gentle);
  const label = (what: string) => t('ecomap.findings.button', { what, about: sentence });
  return (
    <Card as="li">
      <p>{sentence}</p>
      <Actions>
        <ButtonLink href={href} look="plain">
          {step}
        </ButtonLink>
        <Form page={page} action="/ecomap/findings" inline label={sentence}>
          <input type="hidden" name="key" value={finding.key} />
          <div class="actions eco-said">
            {(['later', 'off'] as const).map((state) => (
              <Button look="text" name="state" value={state} label={label(t(`ecomap.findings.${state}`))}>
                {t(`ecomap.findings.${state}`)}
              </Button>
            ))}
          </div>
        </Form>
      </Actions>
    </Card>
  );
}
