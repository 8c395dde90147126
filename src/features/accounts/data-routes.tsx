import { z } from 'zod';
import { type Ctx, readForm, requireViewer, routes, seeOther, text } from '../../platform/http/index.ts';
import { translator } from '../../platform/i18n/index.ts';
import type { AuthParts } from './auth.ts';
import { eraseMyself } from './erasing.ts';
import { everythingOf } from './export.ts';
import { ErasurePage } from './pages/erasure.tsx';
import { ExportPage } from './pages/export.tsx';

const Confirming = z.object({ word: text(40).optional().default('') });

/** What is hers: to take along, and to take away. */
export function dataRoutes(parts: AuthParts) {
  const rooms = routes();

  rooms.get('/me/export', async (c) => {
    const everything = await everythingOf(parts, c, requireViewer(c));
    c.header('Content-Disposition', 'attachment; filename="mine.json"');
    c.header('Content-Type', 'application/json; charset=utf-8');
    return c.body(
      JSON.stringify({ exported_at: new Date(), community: c.get('community').name, ...everything }, null, 2),
    );
  });

  rooms.get('/me/export/page', async (c) =>
    c.html(<ExportPage page={c.get('page')} everything={await everythingOf(parts, c, requireViewer(c))} />),
  );

  rooms.get('/me/erasure', (c) => c.html(<ErasurePage page={c.get('page')} />));

  rooms.post('/me/erasure', async (c) => {
    const form = await readForm(c, Confirming);
    if (!form.ok || !isConfirmation(c, form.values.word))
      return again(c, { word: 'accounts.erase-confirm-unfit' });
    if (!(await eraseMyself(parts, c, requireViewer(c)))) return again(c, { form: 'accounts.erase-last' });
    return seeOther(c, '/', 'accounts.erased');
  });
  return rooms;
}

const again = (c: Ctx, errors: Parameters<typeof ErasurePage>[0]['errors']) =>
  c.html(<ErasurePage page={c.get('page')} errors={errors} />, 422);

// The word as the page shows it, or in either language: she may have switched on the way.
function isConfirmation(c: Ctx, typed: string): boolean {
  const words = [c.get('page').t, translator('en'), translator('es')].map((t) => t('accounts.erase-word'));
  return words.some((word) => word.toLowerCase() === typed.toLowerCase());
}
