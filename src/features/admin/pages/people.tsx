import {
  Actions,
  Button,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Pagination,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import type { Person } from '../overview.ts';

interface Props {
  page: Page;
  people: Person[];
  /** Her own row, which she cannot change. */
  self: string;
  search: string;
  next?: string;
}

const ROLES = ['member', 'moderator', 'coordinator'] as const;

/** Who is here, and who looks after what. */
export function PeoplePage({ page, people, self, search, next }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('admin.people.title')} current="me">
      <PageHead
        title={t('admin.people.title')}
        lead={t('admin.people.lead')}
        back={{ href: '/community', label: t('admin.title') }}
      />
      <Form page={page} action="/community/people" method="get">
        <TextInput
          page={page}
          name="name"
          label={t('admin.people.search')}
          value={search}
          type="search"
          optional
        />
        <Actions>
          <Button look="plain">{t('admin.people.find')}</Button>
        </Actions>
      </Form>
      {people.length === 0 && <Note>{t('admin.people.nobody')}</Note>}
      <ul class="plain-list">
        {people.map((person) => (
          <li class="rule">
            <a href={`/members/${person.memberId}`}>{person.name}</a>
            {person.memberId === self ? (
              <span class="quiet">{t('admin.people.you')}</span>
            ) : (
              <Form
                page={page}
                action={`/community/people/${person.memberId}/role`}
                inline
                label={t('admin.people.roleOf', { name: person.name })}
              >
                <Select
                  page={page}
                  name="role"
                  id={`role-${person.memberId}`}
                  label={t('admin.people.role')}
                  value={person.role}
                  options={ROLES.map((value) => ({ value, label: t(`admin.role.${value}`) }))}
                />
                <Button look="text">{t('admin.people.change')}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Pagination page={page} older={next} />
    </Layout>
  );
}
