import { Card, Icon, type Page } from '../../ui/index.ts';

/** "Ask someone to call me". */
export function CallDoor({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Card as="section" quiet labelledby="call-door">
      <h2 id="call-door">{t('callbacks.door')}</h2>
      <p>{t('callbacks.door-lead')}</p>
      <ul class="ways">
        <li>
          <a href="/callbacks/new">
            <Icon name="phone" />
            <span>{t('callbacks.ask')}</span>
          </a>
        </li>
      </ul>
    </Card>
  );
}
