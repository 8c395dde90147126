// On every page, signed in or not. Each behaviour listens on the document, so it survives Turbo's page changes.
import './abilities.ts';
import './quick-exit.ts';
import './unsent.ts';
import './one-submit.ts';
import './draft.ts';
import './photo-fields.ts';
import './copy.ts';
import './share.ts';
import './print.ts';
import './error-focus.ts';
import './worker.ts';
