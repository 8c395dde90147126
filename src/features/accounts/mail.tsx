import { raw } from 'hono/html';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Letter } from '../../platform/mail/index.ts';
import { CODE_MINUTES } from './auth.ts';

interface Way {
  code: string;
  /** Null where the server does not know its own address for certain. */
  link: string | null;
}

/** The letter with the code. It names neither the community nor what it is about: others see her notifications. */
export function codeLetter(
  t: Translate,
  { lang, dir }: { lang: string; dir: string },
  { code, link }: Way,
): Pick<Letter, 'subject' | 'text' | 'html'> {
  const lasts = t(link ? 'accounts.mail.lasts' : 'accounts.mail.lasts-code', { minutes: CODE_MINUTES });
  const lines = [
    t('accounts.mail.code', { code }),
    ...(link ? [`${t('accounts.mail.link')}\n${link}`] : []),
    lasts,
    t('accounts.mail.not-you'),
  ];
  const html = (
    <html lang={lang} dir={dir}>
      <body>
        <p>{t('accounts.mail.code-lead')}</p>
        <h1>{code}</h1>
        {link && (
          <p>
            <a href={link}>{t('accounts.mail.button')}</a>
          </p>
        )}
        <p>{lasts}</p>
        <p>{t('accounts.mail.not-you')}</p>
      </body>
    </html>
  );
  return {
    subject: t('accounts.mail.subject'),
    text: `${lines.join('\n\n')}\n`,
    html: `${raw('<!doctype html>')}${html}`,
  };
}
