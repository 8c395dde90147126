import type { PropsWithChildren } from 'hono/jsx';
import type { MessageKey } from '../platform/i18n/index.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import type { Page } from './page.ts';

/** The five kinds of support a plan is made of. */
export type SupportKind = 'circle' | 'online' | 'professional' | 'peer' | 'family';

export type Tint = 'sage' | 'sky' | 'gold' | 'rose' | 'iris';

const KINDS: Record<SupportKind, { tint: Tint; icon: IconName; key: MessageKey }> = {
  circle: { tint: 'sage', icon: 'circles', key: 'ui.kind.circle' },
  online: { tint: 'iris', icon: 'online', key: 'ui.kind.online' },
  professional: { tint: 'rose', icon: 'professional', key: 'ui.kind.professional' },
  peer: { tint: 'sky', icon: 'peer', key: 'ui.kind.peer' },
  family: { tint: 'gold', icon: 'family', key: 'ui.kind.family' },
};

/** A word or two on a quiet tint. */
export function Chip({ tint, icon, children }: PropsWithChildren<{ tint?: Tint; icon?: IconName }>) {
  return (
    <span class={`chip ${tint ?? 'bare'}`}>
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </span>
  );
}

/** Which kind of support a step is, in its own tint with its own picture; `when` adds "today". */
export function Kind({ page, kind, when }: { page: Page; kind: SupportKind; when?: string }) {
  const { tint, icon, key } = KINDS[kind];
  return (
    <Chip tint={tint} icon={icon}>
      {page.t(key)}
      {when && ` · ${when}`}
    </Chip>
  );
}
