import { Actions, Layout, Note, type Page, PageHead, PrintButton } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Circle } from '../circle.ts';
import { audienceOf, languagesOf, rhythmOf, whereOf } from '../describing.ts';
import { QrCode } from '../qr-code.tsx';

interface PosterProps {
  page: Page;
  circle: Circle;
  /** Where the code leads; null when no link is open and the circle is not listed. */
  link: string | null;
}

const STRIPS = 6;

/** One sheet for a notice board: what, when, where, and strips to tear off with the code on each. */
export function PosterPage({ page, circle, link }: PosterProps) {
  const { t } = page;
  const path = `/circles/${circle.circleId}`;
  return (
    <Layout page={page} title={`${t('circles.poster')} · ${circleName(page, circle)}`} current="circles">
      <div class="no-print">
        <PageHead
          title={t('circles.poster')}
          lead={t('circles.poster-lead')}
          back={{ href: `${path}/invitations`, label: t('circles.room.invitations') }}
        >
          {link && (
            <Actions>
              <PrintButton page={page} label={t('circles.print-poster')} />
            </Actions>
          )}
        </PageHead>
      </div>
      {link ? (
        <Sheet page={page} circle={circle} link={link} />
      ) : (
        <Note icon="info">
          <p>
            {t('circles.poster-needs-link')} <a href={`${path}/invitations`}>{t('circles.make-link')}</a>
          </p>
        </Note>
      )}
    </Layout>
  );
}

function Sheet({ page, circle, link }: { page: Page; circle: Circle; link: string }) {
  const { t } = page;
  const when = rhythmOf(page, circle);
  const lines = [when, whereOf(page, circle), audienceOf(page, circle), languagesOf(page, circle)];
  const plain = link.replace(/^https?:\/\//, '');
  return (
    <article class="poster">
      <p class="poster-house">{page.community?.name}</p>
      <h2>{circleName(page, circle)}</h2>
      {circle.purpose && <p class="poster-purpose">{circle.purpose.slice(0, 280)}</p>}
      <div class="poster-middle">
        <ul class="poster-facts">
          {lines.filter(Boolean).map((line) => (
            <li>{line}</li>
          ))}
          {circle.cost === 'free' && <li>{t('circles.cost.free')}</li>}
          {circle.childcare && <li>{t('circles.childcare')}</li>}
        </ul>
        <figure>
          <QrCode text={link} label={t('circles.qr-label', { name: circleName(page, circle) })} size={190} />
          <figcaption>{t('circles.scan')}</figcaption>
        </figure>
      </div>
      <p class="poster-link">{plain}</p>
      <div class="poster-strips" aria-hidden="true">
        {Array.from({ length: STRIPS }, () => (
          <div>
            <QrCode text={link} label="" size={84} />
            <span>{circleName(page, circle)}</span>
            {when && <span>{when}</span>}
          </div>
        ))}
      </div>
    </article>
  );
}
