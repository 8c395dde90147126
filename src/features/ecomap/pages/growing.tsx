import {
  Actions,
  Button,
  Card,
  CheckboxGroup,
  Disclosure,
  Form,
  Kind,
  RadioGroup,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { Known } from '../known.ts';
import { GROWING, type MapDocument, nameOfOrigin, SOURCES } from '../map.ts';

/** Asked once, plainly; whatever she answers, it is in the settings from then on. */
export function GrowingCard({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Card as="section" quiet labelledby="growing">
      <h2 id="growing">{t('ecomap.growing')}</h2>
      <p>{t('ecomap.growing.lead')}</p>
      <Form page={page} action="/ecomap/settings/growing">
        <Disclosure summary={t('ecomap.growing.choose')}>
          <GrowingFields page={page} growing={null} />
        </Disclosure>
        <Actions>
          <Button look="plain" name="answer" value="yes">
            {t('ecomap.growing.yes')}
          </Button>
          <Button look="text" name="answer" value="no">
            {t('ecomap.growing.no')}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** Each source by itself, and whether she is asked. Until she says otherwise: all of them, and asked. */
export function GrowingFields({ page, growing }: { page: Page; growing: MapDocument['growing'] }) {
  const { t } = page;
  return (
    <>
      <CheckboxGroup
        page={page}
        name="sources"
        label={t('ecomap.growing.sources')}
        column
        options={SOURCES.map((value) => ({ value, label: t(`ecomap.growing.${value}`) }))}
        values={growing?.sources ?? SOURCES}
      />
      <RadioGroup
        page={page}
        name="how"
        label={t('ecomap.growing.how')}
        column
        options={GROWING.map((value) => ({ value, label: t(`ecomap.growing.how.${value}`) }))}
        value={growing?.how ?? 'ask'}
      />
    </>
  );
}

const MOST_SHOWN = 3;

/** Somebody she has to do with here: may they stand on the map? */
export function Suggestions({ page, suggested }: { page: Page; suggested: Known[] }) {
  const { t } = page;
  if (suggested.length === 0) return null;
  const rest = suggested.slice(MOST_SHOWN);
  const drawn = (known: Known) => <Suggestion page={page} known={known} />;
  return (
    <Card as="section" quiet labelledby="suggested">
      <h2 id="suggested">{t('ecomap.suggested')}</h2>
      <ul class="plain-list">{suggested.slice(0, MOST_SHOWN).map(drawn)}</ul>
      {rest.length > 0 && (
        <Disclosure calm id="more-suggested" summary={t('ecomap.suggested.more', { count: rest.length })}>
          <ul class="plain-list">{rest.map(drawn)}</ul>
        </Disclosure>
      )}
    </Card>
  );
}

function Suggestion({ page, known }: { page: Page; known: Known }) {
  const { t } = page;
  const { name, origin, people } = known;
  return (
    <li class="rule">
      <span>
        <Kind page={page} kind={people} /> {t(`ecomap.suggested.${origin.of}`, { name })}
      </span>
      <Form page={page} action="/ecomap/suggestions" inline>
        <input type="hidden" name="origin" value={nameOfOrigin(origin)} />
        <Actions>
          <Button look="plain" name="answer" value="yes" label={t('ecomap.suggested.yes-of', { name })}>
            {t('ecomap.suggested.yes')}
          </Button>
          <Button look="text" name="answer" value="no" label={t('ecomap.suggested.no-of', { name })}>
            {t('ecomap.suggested.no')}
          </Button>
        </Actions>
      </Form>
    </li>
  );
}
