import {
  Actions,
  Button,
  Disclosure,
  type Errors,
  Form,
  type Page,
  RadioGroup,
  Select,
} from '../../../ui/index.ts';
import { timePath } from '../paths.ts';
import { MOST_CHILDREN, MOST_GUESTS } from '../rsvp-form.ts';
import type { ComingProps } from './coming-props.ts';

/** Who comes along, and somebody to walk in with: folded, for it is never asked of her. */
export function ComingParty({ page, time, standing: { mine } }: ComingProps) {
  const { t } = page;
  const told = Boolean(mine && (mine.guests || mine.children || mine.company));
  return (
    <Disclosure
      id="coming-party"
      summary={t('coming.more')}
      hint={t('coming.more-hint')}
      open={told && mine?.answer === 'waiting'}
      calm
    >
      <Form page={page} action={`${timePath(time)}/rsvp`} label={t('coming.more')}>
        <input type="hidden" name="answer" value="yes" />
        <PartyFields page={page} guests={mine?.guests} children={mine?.children} />
        <RadioGroup
          page={page}
          name="company"
          label={t('coming.walk-in')}
          value={mine?.company || 'none'}
          options={[
            { value: 'none', label: t('coming.walk-in-none') },
            { value: 'wanted', label: t('coming.walk-in-wanted'), hint: t('coming.walk-in-wanted-hint') },
            { value: 'offered', label: t('coming.walk-in-offered'), hint: t('coming.walk-in-offered-hint') },
          ]}
        />
        <Actions>
          <Button look="plain">{t(mine?.answer === 'yes' ? 'coming.keep' : 'coming.keep-yes')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}

interface PartyProps {
  page: Page;
  guests?: number;
  children?: number;
  errors?: Errors;
}

/** How many come along beside her. */
export function PartyFields({ page, errors, ...party }: PartyProps) {
  const { t } = page;
  const numbers = (most: number) =>
    Array.from({ length: most + 1 }, (_, n) => ({ value: String(n), label: String(n) }));
  return (
    <div class="split">
      <Select
        page={page}
        name="children"
        label={t('coming.children')}
        options={numbers(MOST_CHILDREN)}
        value={String(party.children ?? 0)}
        error={errors?.children}
      />
      <Select
        page={page}
        name="guests"
        label={t('coming.guests')}
        options={numbers(MOST_GUESTS)}
        value={String(party.guests ?? 0)}
        error={errors?.guests}
      />
    </div>
  );
}
