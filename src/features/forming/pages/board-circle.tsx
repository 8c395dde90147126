import type { ProposedCircle } from '../../../matching/index.ts';
import { nearestTown } from '../../../platform/geo/index.ts';
import {
  Actions,
  Button,
  Card,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  Facts,
  type Page,
  Reasons,
} from '../../../ui/index.ts';
import { said } from '../../reasons/index.ts';
import type { FormingBoard } from '../board.ts';
import type { Waiting } from '../company.ts';
import { nameOf } from '../making.ts';
import { languagesSaid } from './saying.ts';

interface Props {
  page: Page;
  board: FormingBoard;
  circle: ProposedCircle;
  at: number;
}

/** One circle of the proposal: when and where, who leads it, why it fits, and who would sit in it, each to be taken out. */
export function BoardCircle({ page, board, circle, at }: Props) {
  const { t } = page;
  const name = nameOf(t, circle.slot, circle.place === 'online' ? null : townOf(page, circle));
  return (
    <Card as="li">
      <h3>{name}</h3>
      <Facts
        facts={[
          { icon: 'company', label: t('forming-board.leads'), value: leadsSaid(page, board, circle) },
          {
            icon: 'language',
            label: t('forming-board.language'),
            value: circle.language && languagesSaid(page, [circle.language]),
          },
        ]}
      />
      <Reasons reasons={circle.reasons.map((reason) => said(page, reason))} />
      <Checkbox page={page} name={`circle-${at}`} label={t('forming-board.this')} checked />
      <Disclosure
        summary={t('forming-board.members', { count: circle.members.length })}
        hint={new Intl.ListFormat(page.lang).format(circle.members.map((id) => board.waiting.get(id)!.name))}
      >
        <CheckboxGroup
          page={page}
          name={`seat-${at}`}
          label={t('forming-board.take-out')}
          options={circle.members.map((id) => ({
            value: id,
            label: board.waiting.get(id)!.name,
            hint: waitedSaid(page, board.waiting.get(id)!),
          }))}
          values={circle.members}
        />
      </Disclosure>
      <Kept circle={circle} at={at} />
      <Actions>
        <Button look="plain" name="only" value={String(at)}>
          {t('forming-board.approve-one')}
        </Button>
      </Actions>
    </Card>
  );
}

/** What she saw goes along with what she chooses: approved is this, whatever a proposal of a minute later would say. */
function Kept({ circle, at }: Pick<Props, 'circle' | 'at'>) {
  return (
    <>
      {circle.members.map((id) => (
        <input type="hidden" name={`shown-${at}`} value={id} />
      ))}
      {circle.facilitators.map((id) => (
        <input type="hidden" name={`lead-${at}`} value={id} />
      ))}
      <input type="hidden" name={`slot-${at}`} value={circle.slot} />
      <input type="hidden" name={`place-${at}`} value={circle.place} />
      <input type="hidden" name={`language-${at}`} value={circle.language ?? ''} />
    </>
  );
}

const townOf = ({ t }: Page, { centre }: ProposedCircle): string =>
  (centre?.latitude != null && centre.longitude != null
    ? nearestTown({ latitude: centre.latitude, longitude: centre.longitude })?.placeName
    : null) ?? t('forming-board.somewhere');

/** Her name, and that it would be her first circle here. */
function leadsSaid(page: Page, { leads }: FormingBoard, { facilitators }: ProposedCircle): string {
  const names = facilitators.map((id) => {
    const { name, looksAfter } = leads.get(id)!;
    return looksAfter === 0 ? page.t('forming-board.first-circle', { name }) : name;
  });
  return new Intl.ListFormat(page.lang).format(names);
}

/** How long she has waited, and that a circle of hers did not come together before. */
export function waitedSaid({ t }: Page, { since, firstInLine }: Waiting): string {
  const days = Math.max(0, Math.floor((Date.now() - since.getTime()) / 86_400_000));
  return [
    t('forming-board.waited', { days }),
    ...(firstInLine ? [t('forming-board.again-in-line')] : []),
  ].join(' · ');
}
