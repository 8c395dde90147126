import type { PropsWithChildren } from 'hono/jsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

/** A few words set apart. warm: worth knowing now. quiet: for reference. */
export function Note({
  tone = 'quiet',
  icon,
  children,
}: PropsWithChildren<{ tone?: 'quiet' | 'warm'; icon?: IconName }>) {
  return (
    <div class={`note ${tone}`}>
      {icon && <Icon name={icon} />}
      <div>{children}</div>
    </div>
  );
}

/** Facts about something: when, where, for whom. Each with its picture and its word. */
export function Facts({
  facts,
}: {
  facts: { icon: IconName; label: string; value: string | null | undefined }[];
}) {
  return (
    <dl class="facts">
      {facts.map(
        ({ icon, label, value }) =>
          value && (
            <div>
              <dt>
                <Icon name={icon} size={18} />
                <span class="unseen">{label}</span>
              </dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
