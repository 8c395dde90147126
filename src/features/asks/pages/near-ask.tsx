import {
  Actions,
  Button,
  Card,
  Facts,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
} from '../../../ui/index.ts';
import { type Boundaries, BoundariesCard } from '../../boundaries/index.ts';
import type { NearAsk } from '../near-routes.tsx';
import { whatSaid, whenSaid } from './needed.ts';

/** What an ask is called by whom it came to: who asks, and for what kind of support. */
export const nearAskTitle = ({ t }: Page, { kind }: NearAsk, name: string): string =>
  t(`asks.near.title.${kind}`, { name });

/** What it is and when, in a line. */
export const nearAskLine = (page: Page, ask: NearAsk): string =>
  `${whatSaid(page, ask)} · ${whenSaid(page, ask)}`;

interface NearAskProps {
  page: Page;
  ask: NearAsk;
  path: string;
  /** What whoever asks is called by this person. */
  name: string;
  /** Of whoever asks, as far as this person may read them. */
  boundaries: Boundaries | null;
}

/** What she asks of one of her people, who has no account: two buttons, and no is fine. */
export function NearAskPage({ page, ask, path, name, boundaries }: NearAskProps) {
  const { t } = page;
  const title = nearAskTitle(page, ask, name);
  return (
    <Layout page={page} title={title} narrow>
      <PageHead
        title={title}
        back={{ href: path.replace(/\/asks\/.*/, ''), label: t('asks.near.back', { name }) }}
      >
        <Facts
          facts={[
            { icon: 'hug', label: t('asks.what'), value: whatSaid(page, ask) },
            { icon: 'clock', label: t('asks.when'), value: whenSaid(page, ask) },
          ]}
        />
      </PageHead>
      {ask.words && (
        <Card as="div">
          <PostText text={ask.words} />
          {ask.noVisits && <p class="quiet">{t('asks.no-visits-said')}</p>}
        </Card>
      )}
      <BoundariesCard page={page} boundaries={boundaries} name={name} />
      {ask.ended ? (
        <Note tone={ask.thanked ? 'warm' : undefined} icon={ask.thanked ? 'hug' : 'check'}>
          {t(ask.thanked ? 'asks.thanked-by' : 'asks.near.ended', { name })}
        </Note>
      ) : (
        <>
          {ask.answer && <Note icon="check">{t(`asks.near.said.${ask.answer}`, { name })}</Note>}
          <Form page={page} action={path}>
            <Actions>
              {ask.answer !== 'yes' && (
                <Button name="answer" value="yes">
                  {t('asks.answer.yes')}
                </Button>
              )}
              {ask.answer !== 'no' && (
                <Button look="plain" name="answer" value="no">
                  {t(ask.answer === 'yes' ? 'asks.near.take-back' : 'asks.answer.no')}
                </Button>
              )}
            </Actions>
          </Form>
          <p class="quiet">{t('asks.near.fine')}</p>
        </>
      )}
    </Layout>
  );
}
