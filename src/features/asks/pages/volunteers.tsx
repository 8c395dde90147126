import type { Support } from '../../../matching/index.ts';
import {
  Actions,
  Button,
  Card,
  Chip,
  EmptyState,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
  TextInput,
  Time,
} from '../../../ui/index.ts';
import type { Volunteer } from '../volunteer.ts';

interface Props {
  page: Page;
  named: Volunteer[];
  /** Members of the name she looked for. */
  found: { memberId: string; name: string }[];
  sought: string;
  waiting: { kind: Support; since: Date }[];
  errors?: Errors;
}

/** Whom the community trusts to listen; and that somebody waits, without a word of what she wrote. */
export function VolunteersPage({ page, named, found, sought, waiting, errors }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('asks.volunteers.title')} current="me">
      <PageHead
        title={t('asks.volunteers.title')}
        lead={t('asks.volunteers.lead')}
        back={{ href: '/community', label: t('asks.volunteers.back') }}
      />
      <ErrorSummary page={page} errors={errors} />
      {named.length === 0 ? (
        <EmptyState title={t('asks.volunteers.none')} drawing="chairs">
          <p>{t('asks.volunteers.none-lead')}</p>
        </EmptyState>
      ) : (
        <Stack list>
          {named.map((one) => (
            <Card as="li">
              <h2>{one.name}</h2>
              {one.paused && (
                <div class="chips">
                  <Chip icon="moon">{t('asks.offer.resting')}</Chip>
                </div>
              )}
              <Actions>
                <Form page={page} action={`/community/support-volunteers/${one.memberId}/removal`} inline>
                  <Button look="text" label={t('asks.volunteers.remove-named', { name: one.name })}>
                    {t('asks.volunteers.remove')}
                  </Button>
                </Form>
              </Actions>
            </Card>
          ))}
        </Stack>
      )}
      <Naming page={page} found={found} sought={sought} />
      <Section title={t('asks.waiting.title')} id="waiting">
        <p class="quiet">{t(waiting.length === 0 ? 'asks.waiting.none' : 'asks.waiting.lead')}</p>
        {waiting.length > 0 && (
          <ul class="plain-list">
            {waiting.map(({ kind, since }) => (
              <li>
                {t(`asks.kind.${kind}`)} · <Time page={page} at={since} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Layout>
  );
}

/** Looks somebody up by name, and names her. */
function Naming({ page, found, sought }: Pick<Props, 'page' | 'found' | 'sought'>) {
  const { t } = page;
  return (
    <Section title={t('asks.volunteers.add')} id="add">
      <p class="quiet">{t('asks.volunteers.add-lead')}</p>
      <Form page={page} action="/community/support-volunteers" method="get">
        <TextInput page={page} name="name" type="search" label={t('asks.volunteers.member')} value={sought} />
        <Actions>
          <Button look="plain" icon="search">
            {t('asks.volunteers.find')}
          </Button>
        </Actions>
      </Form>
      {sought !== '' && found.length === 0 && <p>{t('asks.volunteers.nobody')}</p>}
      {found.map(({ memberId, name }) => (
        <div class="rule">
          <span>{name}</span>
          <Form page={page} action="/community/support-volunteers" inline>
            <input type="hidden" name="member" value={memberId} />
            <Button look="plain" label={t('asks.volunteers.name-one', { name })}>
              {t('asks.volunteers.name')}
            </Button>
          </Form>
        </div>
      ))}
    </Section>
  );
}
