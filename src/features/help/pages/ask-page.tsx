import { Card, Icon, type IconName, Layout, PageHead, Stack } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { type Circle, circleName } from '../../circles/index.ts';

interface AskPageProps {
  page: Page;
  circles: Circle[];
  gentle: boolean;
}

interface Way {
  href: string;
  icon: IconName;
  label: string;
}

/** Three doors: to be heard, to get a hand, to get an answer. */
export function AskPage({ page, circles, gentle }: AskPageProps) {
  const { t } = page;
  const near: Way[] =
    circles.length > 0
      ? circles.slice(0, 3).map((circle) => ({
          href: `/circles/${circle.circleId}#write`,
          icon: 'circles',
          label: t('help.ask.circle', { name: circleName(page, circle) }),
        }))
      : [{ href: '/circles', icon: 'circles', label: t('help.ask.find-circle') }];
  const want = gentle ? 'loss-company' : 'listen';
  return (
    <Layout page={page} title={t('help.ask.title')} current="ask">
      <PageHead title={t('help.ask.title')} lead={t('help.ask.lead')} />
      <Stack>
        <Door
          id="listen"
          title={t('help.ask.listen')}
          lead={t('help.ask.listen-lead')}
          ways={[
            ...near,
            { href: '/mentoring', icon: 'peer', label: t('help.ask.peer') },
            { href: '/help-now', icon: 'phone', label: t('help.ask.lines') },
          ]}
        />
        <Door
          id="hand"
          title={t('help.ask.hand')}
          lead={t('help.ask.hand-lead')}
          ways={[
            {
              href: `/help/note?want=${gentle ? 'loss-meal' : 'meal'}`,
              icon: 'family',
              label: t('help.ask.note'),
            },
            { href: `/help/note?want=${want}`, icon: 'message', label: t('help.ask.note-listen') },
            { href: '/directory', icon: 'place', label: t('help.ask.services') },
          ]}
        />
        <Door
          id="answer"
          title={t('help.ask.answer')}
          lead={t('help.ask.answer-lead')}
          ways={[
            ...near.slice(0, 1),
            { href: '/directory', icon: 'professional', label: t('help.ask.professional') },
            { href: '/help/note?to=doctor', icon: 'edit', label: t('help.ask.doctor') },
            { href: '/help-now', icon: 'phone', label: t('help.ask.lines') },
          ]}
        />
      </Stack>
    </Layout>
  );
}

function Door({ id, title, lead, ways }: { id: string; title: string; lead: string; ways: Way[] }) {
  return (
    <Card as="section" labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="quiet">{lead}</p>
      <ul class="ways">
        {ways.map(({ href, icon, label }) => (
          <li>
            <a href={href}>
              <Icon name={icon} />
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
