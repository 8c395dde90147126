import { Icon, Note, type Page, Section, Time } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Circle } from '../circle.ts';
import type { Greeting } from '../greeting.ts';
import type { HerCircle } from '../membership.ts';
import type { HerCircles as Known } from '../set-aside.ts';

interface HerCirclesProps {
  page: Page;
  hers: Known;
  /** Those that went on elsewhere. */
  archives: Circle[];
  greetings: Greeting[];
  /** How many wait for a first word, by circle. */
  unanswered: Map<string, number>;
}

/** Her own circles, first on the page; what is new there is said in passing, never counted. */
export function HerCircles(p: HerCirclesProps) {
  const { t } = p.page;
  const { shown, aside } = p.hers;
  const greetings = p.greetings.filter(({ circleId }) =>
    shown.some(({ circle }) => circle.circleId === circleId),
  );
  if (shown.length + aside.length + p.archives.length === 0) return null;
  return (
    <Section title={t('circles.hers')} id="hers">
      <div>
        {shown.map((hers) => (
          <HerLine page={p.page} hers={hers} unanswered={p.unanswered.get(hers.circle.circleId) ?? 0} />
        ))}
      </div>
      <a class="quiet-link" href="/search">
        {t('circles.search')}
      </a>
      {greetings.slice(0, 3).map((greeting) => (
        <Note tone="warm" icon="hug">
          <p>
            {t('circles.greet', { name: greeting.displayName })}{' '}
            <a href={`/circles/${greeting.circleId}`}>{circleName(p.page, greeting.circle)}</a>
          </p>
        </Note>
      ))}
      {aside.length > 0 && (
        <p class="quiet">
          {t('circles.aside-line')} <a href="/circles/aside">{t('circles.aside-link')}</a>
        </p>
      )}
      {p.archives.length > 0 && (
        <p class="quiet">
          {t('circles.archives')}{' '}
          {p.archives.map((circle, i) => (
            <>
              {i > 0 && ' · '}
              <a href={`/circles/${circle.circleId}`}>{circleName(p.page, circle)}</a>
            </>
          ))}
        </p>
      )}
    </Section>
  );
}

function HerLine({ page, hers, unanswered }: { page: Page; hers: HerCircle; unanswered: number }) {
  const { t } = page;
  const { circle, lastWords, waiting } = hers;
  const path = `/circles/${circle.circleId}`;
  return (
    <div class="rule her-circle">
      <a href={path}>
        <Icon name="circles" />
        <span>{circleName(page, circle)}</span>
      </a>
      {waiting > 0 && <a href={`${path}/people`}>{t('circles.waiting', { count: waiting })}</a>}
      {unanswered > 0 && <a href={path}>{t('first-reply.waiting-count', { count: unanswered })}</a>}
      {lastWords && (
        <span class="quiet">
          {t('circles.last-words')} <Time page={page} at={lastWords} />
        </span>
      )}
    </div>
  );
}
