import { Actions, Button, Card, Form, type Page, Section, Stack } from '../../../ui/index.ts';
import type { LeadKnown } from '../company.ts';
import { CARE } from '../paths.ts';
import { hoursSaid, languagesSaid, topicsSaid } from './saying.ts';

/** Those who offered to lead: the ones to answer first. */
export function LeadsKept({ page, leads }: { page: Page; leads: LeadKnown[] }) {
  const { t } = page;
  return (
    <Section id="leads" title={t('forming.care.leads')}>
      {leads.length === 0 && <p class="quiet">{t('forming.care.no-leads')}</p>}
      <Stack list>
        {leads.map((lead) => (
          <LeadCard page={page} lead={lead} />
        ))}
      </Stack>
    </Section>
  );
}

function LeadCard({ page, lead }: { page: Page; lead: LeadKnown }) {
  const { t } = page;
  const said = [
    languagesSaid(page, lead.languages),
    hoursSaid(page, lead.free),
    t(`forming.meets.${lead.meets}`),
    topicsSaid(page, lead.topics),
  ];
  return (
    <Card as="li" lit={lead.state === 'offered'}>
      <h3>
        <a href={`/members/${lead.memberId}`}>{lead.name}</a>
      </h3>
      <p class="quiet">{begun(page.lang, said.filter(Boolean).join(' · '))}</p>
      <p>{standing(page, lead)}</p>
      <Answers page={page} lead={lead} />
    </Card>
  );
}

// Spanish writes the names of languages small.
const begun = (lang: string, words: string): string =>
  words.charAt(0).toLocaleUpperCase(lang) + words.slice(1);

function standing({ t }: Page, { state, pausedAt, leftOver, circles, looksAfter }: LeadKnown): string {
  if (state === 'offered') return t('forming.care.lead-asks', { circles, looksAfter });
  if (state === 'declined') return t('forming.care.lead-declined');
  return pausedAt ? t('forming.care.lead-rests') : t('forming.care.lead-room', { leftOver });
}

function Answers({ page, lead }: { page: Page; lead: LeadKnown }) {
  const { t } = page;
  return (
    <Form page={page} action={`${CARE}/leads/${lead.memberId}`} inline label={lead.name}>
      <Actions>
        {lead.state !== 'approved' && (
          <Button name="answer" value="yes" look={lead.state === 'offered' ? 'primary' : 'plain'}>
            {t('forming.care.lead-yes')}
          </Button>
        )}
        {lead.state !== 'declined' && (
          <Button name="answer" value="no" look="text">
            {t(lead.state === 'offered' ? 'forming.care.lead-no' : 'forming.care.lead-stop')}
          </Button>
        )}
      </Actions>
    </Form>
  );
}
