import { Actions, Button, Card, Chip, Form, type Page, Stack } from '../../../ui/index.ts';
import type { RotaDay, Turning } from '../shifts.ts';
import { stretchSaid } from './saying.ts';

interface Props {
  page: Page;
  days: RotaDay[];
  /** The zone of the community. */
  zone: string;
  /** Whose buttons are shown; null: nobody's, for the coordinator. */
  me: string | null;
}

/** The weeks ahead: who is there, and where nobody is. */
export function RotaList({ page, days, zone, me }: Props) {
  return (
    <Stack list>
      {days.map((day) => (
        <DayCard page={page} day={day} zone={zone} me={me} />
      ))}
    </Stack>
  );
}

function DayCard({ page, day, zone, me }: Omit<Props, 'days'> & { day: RotaDay }) {
  const { t } = page;
  const hers = day.seats.find(({ memberId }) => memberId === me);
  const open = day.gaps > 0 || day.seats.some(({ offered, memberId }) => offered && memberId !== me);
  const ways: Turning[] = hers
    ? [hers.offered ? 'keep' : 'offer', 'back']
    : open
      ? day.weekly
        ? ['take', 'each']
        : ['take']
      : [];
  return (
    <Card as="li" lit={hers !== undefined}>
      <h3 class="a-day">{stretchSaid(page, day, zone)}</h3>
      {zone !== page.timeZone && (
        <p class="quiet">{t('callbacks.rota.yours', { when: stretchSaid(page, day) })}</p>
      )}
      <div class="chips">
        {day.seats.map(({ name, offered, memberId }) => (
          <Chip tint={offered ? 'gold' : 'sage'} icon={offered ? 'repeat' : 'check'}>
            {offered
              ? t('callbacks.rota.offered', { name })
              : memberId === me
                ? t('callbacks.rota.you')
                : name}
          </Chip>
        ))}
        {day.gaps > 0 && (
          <Chip tint="rose" icon="alert">
            {t('callbacks.rota.gap', { count: day.gaps })}
          </Chip>
        )}
      </div>
      {me && ways.length > 0 && (
        <Form page={page} action="/callbacks/rota" label={stretchSaid(page, day, zone)}>
          <input type="hidden" name="shift" value={day.shiftId} />
          <input type="hidden" name="day" value={day.day} />
          <Actions>
            {ways.map((how, i) => (
              <Button
                look={i === 0 ? 'plain' : 'text'}
                name="how"
                value={how}
                label={t('callbacks.rota.button', {
                  what: t(`callbacks.rota.do.${how}`),
                  when: stretchSaid(page, day, zone),
                })}
              >
                {t(`callbacks.rota.do.${how}`)}
              </Button>
            ))}
          </Actions>
        </Form>
      )}
    </Card>
  );
}
