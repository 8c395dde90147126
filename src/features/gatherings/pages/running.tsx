import { type Page, Section } from '../../../ui/index.ts';
import type { View } from '../gathering-view.ts';
import { pathOf } from '../paths.ts';

/** For those who run it: changing it and calling it off. */
export function Running({ page, view, now }: { page: Page; view: View; now: Date }) {
  const { t } = page;
  const { gathering, occurrence } = view;
  const here = pathOf(gathering.gatheringId, occurrence.occurrenceId);
  const repeats = gathering.rule !== null || gathering.extra.length > 0;
  const ahead = occurrence.endsAt > now && !gathering.cancelledAt;
  return (
    <Section title={t('gatherings.running')} id="running" screenOnly>
      <p class="asides">
        {!gathering.sourceId && !gathering.cancelledAt && (
          <a href={`${pathOf(gathering.gatheringId)}/edit?occurrence=${occurrence.occurrenceId}`}>
            {t('gatherings.edit')}
          </a>
        )}
        {repeats && ahead && !occurrence.cancelledAt && (
          <a href={`${here}/cancellation`}>{t('gatherings.cancel-one')}</a>
        )}
        {ahead && (
          <a href={`${pathOf(gathering.gatheringId)}/cancellation`}>
            {t(repeats ? 'gatherings.cancel-all' : 'gatherings.cancel')}
          </a>
        )}
      </p>
    </Section>
  );
}
