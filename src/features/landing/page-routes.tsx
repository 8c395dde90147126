import { routes } from '../../platform/http/index.ts';
import { OfflinePage, type Page } from '../../ui/index.ts';
import { hasItems } from '../around-us/index.ts';
import { AboutPage } from './pages/about.tsx';
import { LandingPage } from './pages/landing.tsx';
import { PrivacyPage } from './pages/privacy.tsx';

export const pageRoutes = routes();

pageRoutes.get('/', async (c) => {
  if (c.get('viewer')) return c.redirect('/plan', 303);
  // Signed in, but not yet one of us: she was on her way in.
  if (c.get('account')) return c.redirect('/join', 303);
  const community = c.get('community');
  const scope = { communityId: community.communityId, memberId: null };
  const othersWrote = await c.get('db').read(scope, (tx) => hasItems(tx, scope));
  return c.html(<LandingPage page={c.get('page')} community={community} othersWrote={othersWrote} />);
});

pageRoutes.get('/about', (c) =>
  c.html(
    <AboutPage page={c.get('page')} community={c.get('community')} source={c.get('config').sourceUrl} />,
  ),
);

pageRoutes.get('/privacy', (c) => c.html(<PrivacyPage page={c.get('page')} />));

// A short address for posters and mails; the page stands with the other guides.
pageRoutes.get('/charter', (c) => c.redirect('/guides/charter', 303));

// Kept on the phone for whoever holds it next, so it must know nobody.
pageRoutes.get('/offline', (c) => c.html(<OfflinePage page={asNobody(c.get('page'))} />));

// Not a copy: reading every field would draw the form's token, and with it set a cookie.
const asNobody = (page: Page): Page =>
  Object.create(page, { viewer: { value: null }, notice: { value: null }, mailToOutbox: { value: false } });
