import type { Page } from './page.ts';

/** "2 of 5": how far along a few short screens she is. */
export function Stepper({ page, step, of }: { page: Page; step: number; of: number }) {
  return (
    <p class="stepper">
      <svg width={of * 18} height="10" viewBox={`0 0 ${of * 18} 10`} aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          <circle class={i < step ? 'lit' : ''} cx={i * 18 + 5} cy="5" r="4" />
        ))}
      </svg>
      <span>{page.t('ui.step-of', { step, of })}</span>
    </p>
  );
}
