import type { PropsWithChildren } from 'hono/jsx';
import { Icon } from './icon.tsx';

interface PageHeadProps {
  title: string;
  /** One or two soft sentences under the title. */
  lead?: string;
  back?: { href: string; label: string };
}

/** The top of a screen: where she came from, its name, a sentence about it. Children follow the sentence. */
export function PageHead({ title, lead, back, children }: PropsWithChildren<PageHeadProps>) {
  return (
    <header class="page-head">
      {back && (
        <a class="crumb" href={back.href}>
          <Icon name="back" size={18} />
          {back.label}
        </a>
      )}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </header>
  );
}

interface SectionProps {
  title: string;
  id: string;
  aside?: string;
  /** Left out when the page is printed. */
  screenOnly?: boolean;
}

/** A part of a screen under its own heading. */
export function Section({ title, id, aside, screenOnly, children }: PropsWithChildren<SectionProps>) {
  return (
    <section class={screenOnly ? 'section no-print' : 'section'} aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        {aside && <p class="quiet">{aside}</p>}
      </div>
      {children}
    </section>
  );
}
