import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  Form,
  Layout,
  type Page,
  PageHead,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { HerCircle } from '../membership.ts';

/** No name of a circle is in sight until she unfolds the list: it may be the very word that hurts. */
interface AsideProps {
  page: Page;
  circles: HerCircle[];
  mayReturn: boolean;
  next: string;
}

export function AsidePage({ page, circles, mayReturn, next }: AsideProps) {
  const { t } = page;
  const keys = circles.some(({ role }) => role === 'facilitator');
  return (
    <Layout page={page} title={t('circles.aside-title')} current="circles" narrow>
      <PageHead title={t('circles.aside-title')} lead={t('circles.aside-lead')} />
      <p>{t('circles.aside-leave-lead')}</p>
      {keys && <p>{t('circles.aside-keys')}</p>}
      <Form page={page} action="/circles/aside/departure">
        <input type="hidden" name="next" value={next} />
        <Actions>
          <Button>{t('circles.aside-leave')}</Button>
          <ButtonLink href={next} look="plain">
            {t('circles.aside-keep')}
          </ButtonLink>
        </Actions>
      </Form>
      {mayReturn && (
        <Form page={page} action="/cohorts/return" inline>
          <Button look="text">{t('circles.aside-return')}</Button>
        </Form>
      )}
      <Disclosure summary={t('circles.aside-which')}>
        <ul class="plain-list">
          {circles.map(({ circle }) => (
            <li class="rule">
              <a href={`/circles/${circle.circleId}`}>{circleName(page, circle)}</a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Layout>
  );
}
