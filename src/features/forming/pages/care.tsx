import { Actions, ButtonLink, Layout, type Page, PageHead, Section } from '../../../ui/index.ts';
import type { LeadKnown, Waiting } from '../company.ts';
import type { Figures, Gathering } from '../figures.ts';
import { CARE } from '../paths.ts';
import type { FormingSettings } from '../settings.ts';
import { GatheringCards } from './gathering-cards.tsx';
import { LeadsKept } from './leads-kept.tsx';
import { dayInWords } from './saying.ts';

interface Props {
  page: Page;
  settings: FormingSettings;
  figures: Figures;
  leads: LeadKnown[];
  gathering: Gathering[];
  waiting: Waiting[];
}

/** The coordinator's side: what waits for her, the list in numbers, who leads. Nobody's answers. */
export function CarePage({ page, settings, figures, leads, gathering, waiting }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('forming.care.title')} current="me">
      <PageHead
        title={t('forming.care.title')}
        lead={t('forming.care.lead')}
        back={{ href: '/community', label: t('admin.title') }}
      />
      <Section id="list" title={t('forming.care.list')}>
        <p>{planSaid(page, settings)}</p>
        <ul class="plain-list">
          {numbers(page, figures).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <Actions>
          {figures.waiting > 0 && (
            <ButtonLink href={`${CARE}/board`} icon="circles">
              {t('forming-board.care.link')}
            </ButtonLink>
          )}
          <ButtonLink href={`${CARE}/settings`} look="plain" icon="edit">
            {t('forming.settings.title')}
          </ButtonLink>
        </Actions>
      </Section>
      <GatheringCards page={page} gathering={gathering} waiting={waiting} leads={leads} />
      <LeadsKept page={page} leads={leads} />
    </Layout>
  );
}

function planSaid(page: Page, { open, nextOn, lower, upper }: FormingSettings): string {
  if (!open) return page.t('forming.care.closed');
  const day = nextOn ? dayInWords(page, nextOn) : '';
  return page.t('forming.care.plan', { day, lower, upper });
}

function numbers({ t }: Page, { waiting, asked, longest, seated, declined, lapsed }: Figures): string[] {
  const days = longest ? Math.floor((Date.now() - longest.getTime()) / 86_400_000) : 0;
  return [
    t('forming.care.waiting', { count: waiting }),
    ...(longest ? [t('forming.care.longest', { days })] : []),
    ...(asked > 0 ? [t('forming.care.asked', { count: asked })] : []),
    ...(seated + declined + lapsed > 0 ? [t('forming.care.quarter', { seated, declined, lapsed })] : []),
  ];
}
