import { Actions, Button, ButtonLink, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';
import { pathOf } from '../paths.ts';
import type { Person } from '../person.ts';

/** What it means to take somebody out of her people, before she does. */
export function RemovalPage({ page, person }: { page: Page; person: Person }) {
  const { t } = page;
  const { name } = person;
  const path = pathOf(person.personId);
  const title = t('people.removal', { name });
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead title={title} back={{ href: path, label: name }} />
      <ul class="flow">
        <li>{t(person.circleId ? 'people.removal-circle' : 'people.removal-link')}</li>
        <li>{t('people.removal-silent')}</li>
        <li>{t('people.removal-claims')}</li>
      </ul>
      <Form page={page} action={`${path}/removal`}>
        <Actions>
          <Button look="danger">{t('people.removal-button', { name })}</Button>
          <ButtonLink href={path} look="text">
            {t('people.keep')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
