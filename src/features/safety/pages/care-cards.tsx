import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  Disclosure,
  Form,
  type Page,
  Time,
  written,
} from '../../../ui/index.ts';
import { photoStrip } from '../../photos/index.ts';
import type { Flag, HeldPost } from '../circle-care.ts';
import { nameOf } from '../reported-post.ts';

/** A quiet sign on what somebody wrote. */
export function FlagCard({ page, here, flag }: { page: Page; here: string; flag: Flag }) {
  const { t } = page;
  return (
    <Card as="li" lit={flag.level === 'urgent'}>
      <div class="chips">
        <Chip tint={flag.level === 'urgent' ? 'rose' : 'gold'}>{t(`safety.flag.${flag.kind}`)}</Chip>
      </div>
      <h2>
        <a href={`${here}/posts/${flag.thread_id}#p-${flag.post_id}`}>
          {t('safety.about-post', { name: nameOf(page, flag) })}
        </a>
      </h2>
      <div class="post-body">{written(flag.body)}</div>
      {flag.phrases.length > 0 && (
        <p class="quiet">
          {t('safety.phrases', { phrases: flag.phrases.map((phrase) => `“${phrase}”`).join(', ') })}
        </p>
      )}
      <Actions>
        <Form page={page} action={`${here}/posts/${flag.post_id}/flags/seen`} inline>
          <Button look="plain" label={t('safety.flag-see-named', { name: nameOf(page, flag) })}>
            {t('safety.flag-see')}
          </Button>
        </Form>
      </Actions>
    </Card>
  );
}

/** A newcomer's words at the door: first ones, or others for what was let in. */
export function HeldCard({ page, here, post }: { page: Page; here: string; post: HeldPost }) {
  const { t } = page;
  const name = nameOf(page, post);
  const there = `${here}/posts/${post.post_id}`;
  return (
    <Card as="li">
      <div class="chips">
        <Chip tint="sage">{t(post.stands === null ? 'safety.newcomer' : 'safety.reworded')}</Chip>
      </div>
      <h2>{name}</h2>
      {post.content_note && (
        <p class="quiet">
          {t('ui.content-note')} {post.content_note}
        </p>
      )}
      <div class="post-body">{written(post.body)}</div>
      {post.photos && photoStrip(page, post.photos)}
      {post.stands !== null && (
        <Disclosure summary={t('safety.stands-now')}>
          <div class="post-body">{written(post.stands)}</div>
        </Disclosure>
      )}
      <p class="quiet">
        <Time page={page} at={post.held_at} />
      </p>
      <Actions>
        <Form page={page} action={`${there}/admission`} inline>
          <input type="hidden" name="mark" value={post.mark} />
          <Button label={t('safety.let-in-named', { name })}>{t('safety.let-it-in')}</Button>
        </Form>
        {post.stands === null ? (
          <ButtonLink href={`${there}/takedown`} look="text">
            {t('safety.not-this')}
          </ButtonLink>
        ) : (
          <ButtonLink href={`${there}/rewording/removal`} look="text">
            {t('safety.leave-as-it-was')}
          </ButtonLink>
        )}
      </Actions>
    </Card>
  );
}
