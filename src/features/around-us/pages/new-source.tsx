import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  TextInput,
  Time,
} from '../../../ui/index.ts';
import type { Look } from '../looking.ts';
import type { FoundItem } from '../reading/feed.ts';
import { NAME_MOST } from '../source.ts';

const SHOWN = 4;

/** Following somebody: an address first, then what would come from there, then yes. */
export function NewSourcePage({
  page,
  typed,
  look,
  errors,
}: {
  page: Page;
  typed: string;
  look?: Look;
  errors?: Errors;
}) {
  const { t } = page;
  return (
    <Layout page={page} title={t('around-us.new')} current="me" narrow>
      <PageHead
        title={t('around-us.new')}
        lead={t('around-us.new-lead')}
        back={{ href: '/community/sources', label: t('around-us.sources') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/community/sources/new" method="get">
        <TextInput
          page={page}
          name="address"
          label={t('around-us.address')}
          hint={t('around-us.address-hint')}
          value={typed}
          error={errors?.address}
          autocomplete="off"
        />
        <Actions>
          <Button look={look ? 'plain' : 'primary'}>{t('around-us.look')}</Button>
        </Actions>
      </Form>
      {look && <Preview page={page} look={look} />}
    </Layout>
  );
}

function Preview({ page, look }: { page: Page; look: Look }) {
  const { t } = page;
  const { feed, address, others } = look;
  return (
    <>
      <Section id="preview" title={t('around-us.preview')}>
        <Form page={page} action="/community/sources">
          <input type="hidden" name="address" value={address} />
          <TextInput
            page={page}
            name="name"
            label={t('around-us.name')}
            hint={t('around-us.name-hint')}
            value={feed.title ?? new URL(address).hostname.slice(0, NAME_MOST)}
            maxlength={NAME_MOST}
            autocomplete="off"
          />
          <Actions>
            <Button>{t('around-us.follow')}</Button>
          </Actions>
        </Form>
        {feed.items.length === 0 && <Note>{t('around-us.preview-empty')}</Note>}
        {feed.items.slice(0, SHOWN).map((item) => (
          <FoundCard page={page} item={item} language={feed.language} />
        ))}
      </Section>
      {others.length > 0 && (
        <Section id="others" title={t('around-us.others')}>
          <ul>
            {others.map((other) => (
              <li>
                <a href={`/community/sources/new?address=${encodeURIComponent(other.address)}`}>
                  {other.title || other.address}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function FoundCard({ page, item, language }: { page: Page; item: FoundItem; language: string | null }) {
  return (
    <Card quiet>
      <h3 lang={language ?? undefined}>{item.title}</h3>
      {item.excerpt && <p lang={language ?? undefined}>{item.excerpt}</p>}
      {item.publishedAt && (
        <p class="quiet">
          <Time page={page} at={item.publishedAt} shape="date" />
        </p>
      )}
    </Card>
  );
}
