import { HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate';

/** Works the rules out once: anew for each page takes longer than reading the page. */
class Once extends StaticConfigLoader {
  #rules: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#rules ??= super.getConfigFor(handle);
    return this.#rules;
  }
}

const html = new HtmlValidate(
  new Once({
    extends: ['html-validate:standard'],
    rules: {
      // Written by the renderer, which leaves optional spaces and closes void elements as XML does.
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'no-inline-style': 'error',
      'long-title': 'off',
      'doctype-style': 'off',
      // A list without bullets is still a list in every screen reader when the role says so.
      'no-redundant-role': 'off',
      'tel-non-breaking': 'off',
    },
  }),
);

/** What is wrong with this HTML, a line for each. */
export async function wrongWith(text: string): Promise<string[]> {
  const { results } = await html.validateString(text);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}
