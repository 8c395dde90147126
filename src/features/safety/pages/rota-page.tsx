import { Button, Form, formatTime, Layout, type Page, PageHead } from '../../../ui/index.ts';
import type { RotaWeek } from '../rota.ts';

/** Who looks after reports, week by week. Everybody puts herself down. */
export function RotaPage({ page, weeks, me }: { page: Page; weeks: RotaWeek[]; me: string }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('safety.rota-title')} narrow>
      <PageHead
        title={t('safety.rota-title')}
        lead={t('safety.rota-lead')}
        back={{ href: '/moderation', label: t('safety.queue-title') }}
      />
      <div>
        {weeks.map(({ week, people }, i) => {
          const mine = people.some(({ memberId }) => memberId === me);
          const date = formatTime(
            { lang: page.lang, timeZone: 'UTC' },
            new Date(`${week}T12:00:00Z`),
            'date',
          );
          const label = i === 0 ? t('safety.this-week') : t('safety.week-of', { date });
          return (
            <div class="rule">
              <span>
                <b>{label}</b>
                <br />
                <span class="quiet">
                  {people.map(({ name }) => name).join(', ') || t('safety.week-open')}
                </span>
              </span>
              <Form page={page} action={`/moderation/rota/${week}`} inline>
                {!mine && <input type="hidden" name="taking" value="yes" />}
                <Button
                  look="plain"
                  label={t(mine ? 'safety.week-give-named' : 'safety.week-take-named', { week: label })}
                >
                  {t(mine ? 'safety.week-give' : 'safety.week-take')}
                </Button>
              </Form>
            </div>
          );
        })}
      </div>
    </Layout>
  );
}
