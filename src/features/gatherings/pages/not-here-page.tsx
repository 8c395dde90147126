import { ButtonLink, Layout, Note, type Page, PageHead } from '../../../ui/index.ts';
import { whenThere } from '../describing.ts';
import type { Withdrawn } from '../withdrawn.ts';

/** Where a gathering was that she meant to come to. Nothing of what it was, and nobody is blamed. */
export function NotHerePage({ page, times, now }: { page: Page; times: Withdrawn[]; now: Date }) {
  const { t } = page;
  const ahead = times.filter(({ endsAt }) => endsAt > now);
  const off = ahead.filter(({ title }) => title === null);
  const title = t(off.length > 0 || ahead.length === 0 ? 'gatherings.not-here' : 'gatherings.not-now-here');
  return (
    <Layout page={page} title={title} current="calendar" narrow>
      <PageHead
        title={title}
        lead={off.length > 0 ? t('gatherings.not-here-lead') : undefined}
        back={{ href: '/calendar', label: t('help.calendar.title') }}
      />
      <div class="flow">
        {ahead.map((one) => (
          <Note icon={one.title === null ? 'alert' : 'calendar'}>
            <WithdrawnTime page={page} time={one} />
          </Note>
        ))}
        <p>
          <ButtonLink href="/gatherings">{t('gatherings.not-here-others')}</ButtonLink>
        </p>
      </div>
    </Layout>
  );
}

/** When it would have been, and that it is off; or that it stays planned. */
export function WithdrawnTime({ page, time }: { page: Page; time: Withdrawn }) {
  const when = whenThere(page, time, time);
  return (
    <p>
      {time.title === null
        ? page.t('gatherings.withdrawn-time', { when })
        : page.t('gatherings.kept-time', { when, title: time.title })}
    </p>
  );
}
