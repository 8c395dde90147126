import { Button, Form, type Page, TextInput } from '../../../ui/index.ts';

/** Looking before she says a word: circles by postcode or town, without signing in. */
export function NearForm({ page, inUs }: { page: Page; inUs: boolean }) {
  const { t } = page;
  return (
    <section class="card near" aria-labelledby="near-title">
      <h2 id="near-title">{t('landing.near')}</h2>
      <Form page={page} action="/circles" method="get">
        <TextInput
          page={page}
          name="near"
          label={inUs ? t('landing.near-zip') : t('landing.near-postcode')}
          autocomplete="postal-code"
          maxlength={80}
        />
        <Button look="plain" icon="search">
          {t('landing.near-show')}
        </Button>
      </Form>
      <p class="quiet">{t('landing.near-hint')}</p>
    </section>
  );
}
