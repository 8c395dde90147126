import type { Errors, Page } from './page.ts';

/**
 * What has to be looked at again, first on the page and focused, each line leading to its field.
 * Names that are not fields ('form') are said without a link.
 */
export function ErrorSummary({
  page,
  errors,
  ids = {},
}: {
  page: Page;
  errors?: Errors;
  ids?: Record<string, string>;
}) {
  const wrong = Object.entries(errors ?? {}).filter(([, key]) => key !== undefined);
  if (wrong.length === 0) return null;
  return (
    <div
      class="summary"
      role="alert"
      tabindex={-1}
      id="errors"
      autofocus
      data-errors
      aria-labelledby="errors-title"
    >
      <h2 id="errors-title">{page.t('ui.errors', { count: wrong.length })}</h2>
      <ul>
        {wrong.map(([name, key]) => (
          <li>
            {name === 'form' ? page.t(key!) : <a href={`#${ids[name] ?? `f-${name}`}`}>{page.t(key!)}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
