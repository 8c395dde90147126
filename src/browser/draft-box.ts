// The controls a draft is made of: words, ticks and choices that bear `data-draft`.

/** A control whose content is kept. */
export type Box = (HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement) & { form: HTMLFormElement };

export const isBox = (target: unknown): target is Box =>
  (target instanceof HTMLTextAreaElement ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement) &&
  'draft' in target.dataset &&
  target.form !== null;

const isTick = (box: Element): box is HTMLInputElement =>
  box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio');

/** Words stand for themselves; ticks and choices only go along with them. */
export const isWords = (box: Box): boolean => !isTick(box) && !(box instanceof HTMLSelectElement);

/** What it holds now. */
export const said = (box: Box): string => (isTick(box) ? (box.checked ? 'yes' : '') : box.value);

/** What it held when the page came. */
export function brought(box: Box): string {
  if (box instanceof HTMLSelectElement)
    return ([...box.options].find((option) => option.defaultSelected) ?? box.options[0])?.value ?? '';
  return isTick(box) ? (box.defaultChecked ? 'yes' : '') : box.defaultValue;
}

/** Puts back what it held; a choice that is not offered any more is left out. */
export function put(box: Box, text: string): void {
  if (isTick(box)) box.checked = text === 'yes';
  else if (!(box instanceof HTMLSelectElement) || [...box.options].some(({ value }) => value === text))
    box.value = text;
}

/** Whether she has changed anything in a form since it came. */
export const isTouched = (form: HTMLFormElement): boolean =>
  [...form.elements].some((one) => {
    if (one instanceof HTMLInputElement && one.type === 'file') return one.value !== '';
    const control =
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLInputElement ||
      one instanceof HTMLSelectElement;
    return control && said(one as Box) !== brought(one as Box);
  });
