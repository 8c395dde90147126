import { Actions, Button, Form, formatTime, type Page, Section } from '../../../ui/index.ts';
import { circleName } from '../../circles/index.ts';
import { FIGURE_DAYS } from '../../first-reply/index.ts';
import type { FirstReplies as Known } from '../first-replies.ts';

/** How long a first word takes, and where somebody waits for one. */
export function FirstReplies({ page, figures, waits }: Known & { page: Page }) {
  const { t } = page;
  const reminded = waits.map(({ remindedAt }) => remindedAt?.getTime() ?? 0);
  const last = Math.max(0, ...reminded);
  return (
    <Section id="first-replies" title={t('first-reply.figures')}>
      {figures ? (
        <div>
          <p>
            {t('first-reply.figures-half', {
              median: duration(page, figures.median),
              slow: duration(page, figures.slow),
            })}
          </p>
          <p class="quiet">
            {t('first-reply.figures-count', {
              asked: figures.asked,
              inTime: figures.inTime,
              days: FIGURE_DAYS,
            })}
          </p>
        </div>
      ) : (
        <p class="quiet">{t('first-reply.figures-few', { days: FIGURE_DAYS })}</p>
      )}
      {waits.length === 0 ? (
        <p class="quiet">{t('first-reply.nobody-waits')}</p>
      ) : (
        <>
          <dl class="where-waits">
            {waits.map(({ circle, waiting, late, oldest }) => (
              <div>
                <dt>{circle ? circleName(page, circle) : t('first-reply.hidden')}</dt>
                <dd>
                  {t('first-reply.where-waits', {
                    count: waiting,
                    late,
                    oldest: formatTime(page, oldest, 'moment'),
                  })}
                </dd>
              </div>
            ))}
          </dl>
          <Form page={page} action="/community/first-replies/reminder">
            <Actions>
              <Button look="plain" icon="bell">
                {t('first-reply.remind')}
              </Button>
              {last > 0 && (
                <span class="quiet">
                  {t('first-reply.reminded-at', { time: formatTime(page, new Date(last), 'moment') })}
                </span>
              )}
            </Actions>
          </Form>
        </>
      )}
    </Section>
  );
}

/** Minutes as people say them: "40 minutes", "3 hours", "2 days". */
function duration({ t }: Page, minutes: number): string {
  const count = Math.max(1, Math.round(minutes));
  if (count < 90) return t('first-reply.minutes', { count });
  if (count < 36 * 60) return t('first-reply.hours', { count: Math.round(count / 60) });
  return t('first-reply.days', { count: Math.round(count / 1440) });
}
