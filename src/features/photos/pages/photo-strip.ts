import { html } from 'hono/html';
import type { Page } from '../../../ui/index.ts';
import { SMALL } from '../encoding.ts';
import type { Photo } from '../photo.ts';

/**
 * The photos of a post, small; each opens whole. Drawn with templates, like the posts they stand in. `at` is where they
 * are asked for: a case keeps its own.
 */
export const photoStrip = (page: Page, photos: Photo[], at = '/photos') =>
  html`<div class="${photos.length > 1 ? 'photos several' : 'photos'}">${photos.map((photo) => {
    const shrunk = Math.min(1, SMALL / Math.max(photo.width, photo.height));
    const words = photo.description || page.t('photos.undescribed');
    return html`<a href="${at}/${photo.photo_id}" data-turbo="false"><img src="${at}/${photo.photo_id}/small" alt="${words}" width="${Math.round(
      photo.width * shrunk,
    )}" height="${Math.round(photo.height * shrunk)}" loading="lazy" decoding="async"></a>`;
  })}</div>`;
