import { EmptyState, Layout, type Page, PageHead } from '../../../ui/index.ts';
import { BoundariesCard } from '../../boundaries/index.ts';
import { BeingThereFor, News, type Shared, type Sharer } from '../../people/index.ts';
import type { HelpSeen } from '../help-seen.ts';
import { Help } from './help.tsx';

interface FellowProps {
  page: Page;
  circle: { id: string; name: string };
  sharer: Sharer;
  shared: Shared;
  help: HelpSeen[];
}

/** What a fellow shares with this circle. */
export function FellowPage({ page, circle, sharer: { name }, shared, help }: FellowProps) {
  const { t } = page;
  const { updates, being, boundaries } = shared;
  const nothing = updates.length === 0 && help.length === 0 && !being && !boundaries;
  return (
    <Layout page={page} title={t('people.near.title', { name })} current="circles">
      <PageHead
        title={t('people.near.title', { name })}
        lead={t('people.fellow-lead', { name })}
        back={{ href: `/circles/${circle.id}`, label: circle.name }}
      />
      {nothing && <EmptyState drawing="letter" title={t('people.near.nothing', { name })} />}
      <News page={page} updates={updates} />
      <Help page={page} help={help} />
      <BeingThereFor page={page} being={being} name={name} />
      <BoundariesCard page={page} boundaries={boundaries} name={name} />
    </Layout>
  );
}
