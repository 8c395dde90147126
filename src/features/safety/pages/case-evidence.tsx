import { Disclosure, type Page, PostText, Section, Time, written } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import { photoStrip } from '../../photos/index.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';
import type { Case } from '../case.ts';
import type { CaseFile, LogEntry } from '../case-file.ts';
import { Kept } from './kept-gathering.tsx';
import { Seen } from './report-page.tsx';

interface Props {
  page: Page;
  case: Case;
  file: CaseFile;
}

/** The name it goes under, in the reader's language. A case that words opened keeps a pseudonym as it is stored. */
export const nameOfCase = (page: Page, { anonymous, name }: Pick<Case, 'anonymous' | 'name'>): string =>
  (anonymous ? shownPseudonym(page.locale, name) : name) || page.t('safety.somebody-gone');

/** The thing as it was, and what worried those who reported it. */
export function Evidence({ page, case: one, file, base }: Props & { base: string }) {
  const { t } = page;
  return (
    <div class="flow">
      {one.context.length > 0 && (
        <Disclosure summary={t('safety.context')}>
          {one.context.map((line) => (
            <div class="post-body">{written(line)}</div>
          ))}
        </Disclosure>
      )}
      <Seen subject={{ ...one, name: nameOfCase(page, one) }}>
        {file.photos.length > 0 && photoStrip(page, file.photos, `${base}/photos`)}
        {file.poll && (
          <ul class="prose" aria-label={t('safety.asked-them')}>
            {file.poll.options.map((option) => (
              <li>{option}</li>
            ))}
          </ul>
        )}
        {one.kept && <Kept page={page} kept={one.kept} />}
        {one.emptiedAt && <p class="quiet">{t('safety.emptied')}</p>}
      </Seen>
      <p class="quiet">
        {placeOf(page, one)}
        {t('safety.as-it-was')} <Time page={page} at={one.openedAt} shape="moment" />
      </p>
      {one.threadId && (
        <p>
          <a href={`/circles/${one.circleId}/posts/${one.threadId}?at=${one.subjectId}#p-${one.subjectId}`}>
            {t('safety.in-conversation')}
          </a>
        </p>
      )}
      {one.gatheringId && (
        <p>
          <a href={`/gatherings/${one.gatheringId}`}>{t('safety.its-page')}</a>
        </p>
      )}
      {file.phrases.length > 0 && (
        <p>{t('safety.phrases', { phrases: file.phrases.map((phrase) => `“${phrase}”`).join(', ') })}</p>
      )}
      {file.reports.map((report) => (
        <div>
          <p class="quiet">
            {t(`safety.reason.${report.reason}`)} ·{' '}
            {report.reporter ? t('safety.reported-by', { name: report.reporter }) : t('safety.reported')}{' '}
            <Time page={page} at={report.at} />
          </p>
          {report.note && <PostText text={report.note} />}
        </div>
      ))}
    </div>
  );
}

/** What came before. Of somebody without a name only whether anything did: more would tell who she is. */
export function History({ page, case: one, file }: Props) {
  const { t } = page;
  if (one.kind === 'circle') return null;
  return (
    <Section title={t('safety.history')} id="history">
      {!one.memberId && <p>{t(`safety.before.${file.some}`)}</p>}
      {one.memberId && file.before.length === 0 && <p>{t('safety.before.none')}</p>}
      {file.before.map((earlier) => (
        <p>
          {t(`safety.decision.${earlier.decision ?? 'none'}`)} ·{' '}
          <Time page={page} at={earlier.decidedAt!} shape="date" />
          {earlier.overturnedAt && ` · ${t('safety.was-overturned')}`}
        </p>
      ))}
    </Section>
  );
}

/** Who did what, when and why. */
export function CaseLog({ page, log }: { page: Page; log: LogEntry[] }) {
  const { t } = page;
  return (
    <Disclosure summary={t('safety.log')}>
      <ul class="prose">
        {log.map(({ act, why, at, actor }) => (
          <li>
            <Time page={page} at={at} shape="moment" /> · {actor && `${actor}: `}
            {t(`safety.act.${act}` as 'safety.act.taken')}
            {why && act !== 'reported' && ` — ${why}`}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The circle it happened in; one the reader may not know of stays unnamed. */
export const placeOf = (page: Page, { circleId, circle }: Pick<Case, 'circleId' | 'circle'>): string =>
  circleId === null
    ? ''
    : circle
      ? `${circleName(page, circle)} · `
      : `${page.t('safety.unlisted-circle')} · `;
