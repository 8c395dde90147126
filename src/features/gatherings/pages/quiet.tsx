import { Actions, Button, ButtonLink, Card, Form, type Page } from '../../../ui/index.ts';
import type { Gathering } from '../gathering.ts';
import type { QuietTimes } from '../quiet.ts';
import { PAUSES } from '../quiet-form.ts';

interface Props {
  page: Page;
  gathering: Gathering;
  quiet: QuietTimes;
}

/** Nobody came lately: said once, kindly, with ways on. Or it rests, and one tap wakes it. */
export function Quiet({ page, gathering, quiet }: Props) {
  return quiet.quiet ? (
    <Prompt page={page} gathering={gathering} quiet={quiet} />
  ) : (
    <Resting page={page} gathering={gathering} quiet={quiet} />
  );
}

function Prompt({ page, gathering, quiet }: Props) {
  const { t } = page;
  const here = `/gatherings/${gathering.gatheringId}`;
  return (
    <Card lit labelledby="quiet-times">
      <h2 id="quiet-times">{t('coming.quiet')}</h2>
      <p>{t('coming.quiet-lead')}</p>
      {quiet.similar.length > 0 && (
        <div class="way-on">
          <h3>{t('coming.quiet-merge')}</h3>
          <p>{t('coming.quiet-merge-lead')}</p>
          <Actions>
            <ButtonLink href={`${here}/merge`} look="plain">
              {t('coming.quiet-merge-choose', { count: quiet.similar.length })}
            </ButtonLink>
          </Actions>
        </div>
      )}
      <div class="way-on">
        <h3>{t('coming.quiet-hour')}</h3>
        <Actions>
          <ButtonLink href={`${here}/edit?span=following`} look="plain">
            {t('coming.quiet-hour-choose')}
          </ButtonLink>
        </Actions>
      </div>
      <div class="way-on">
        <h3>{t('coming.quiet-pause')}</h3>
        <p>{t('coming.quiet-pause-lead')}</p>
        <Form page={page} action={`${here}/pause`} inline>
          <Actions>
            {PAUSES.map((count) => (
              <Button look="plain" name="count" value={count}>
                {t('coming.quiet-pause-next', { count: Number(count) })}
              </Button>
            ))}
          </Actions>
        </Form>
      </div>
      <Form page={page} action={`${here}/quiet/putting-away`} inline>
        <Button look="text">{t('coming.quiet-away')}</Button>
      </Form>
    </Card>
  );
}

function Resting({ page, gathering, quiet }: Props) {
  const { t } = page;
  return (
    <Card labelledby="quiet-times">
      <h2 id="quiet-times">{t('coming.quiet-rests')}</h2>
      <p>{t('coming.quiet-rests-lead', { count: quiet.paused.length })}</p>
      <Form page={page} action={`/gatherings/${gathering.gatheringId}/pause/end`} inline>
        <Button look="plain">{t('coming.quiet-wake')}</Button>
      </Form>
    </Card>
  );
}
