import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
} from '../../../ui/index.ts';
import { isOpen, type Program } from '../program.ts';
import { BasicsFields } from './basics-fields.tsx';
import { StateChip } from './kept-programs-page.tsx';

interface Props {
  page: Page;
  program: Program;
  /** How many applied and wait for an answer. */
  waiting: number;
  raw?: Raw;
  errors?: Errors;
}

/** One program as its coordinators keep it: its rooms, what it is and asks, opening and closing. */
export function BasicsPage({ page, program, waiting, raw, errors }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={program.name} current="me">
      <PageHead title={program.name} back={{ href: '/community/programs', label: t('programs.kept.title') }}>
        <div class="chips">
          <StateChip page={page} program={program} />
        </div>
      </PageHead>
      <ErrorSummary page={page} errors={errors} />
      {!isOpen(program) && <Opening page={page} program={program} />}
      <Rooms page={page} program={program} waiting={waiting} />
      <Section id="basics" title={t('programs.basics.title')}>
        <Form page={page} action={`/community/programs/${program.id}`}>
          <BasicsFields page={page} program={program} raw={raw} errors={errors} />
          <Actions>
            <Button>{t('programs.keep')}</Button>
          </Actions>
        </Form>
      </Section>
      {isOpen(program) && (
        <p>
          <a href={`/community/programs/${program.id}/closing`}>{t('programs.closing.link')}</a>
        </p>
      )}
    </Layout>
  );
}

/** Nobody sees it yet, or nobody new comes any more. */
function Opening({ page, program }: { page: Page; program: Program }) {
  const { t } = page;
  const here = `/community/programs/${program.id}`;
  const again = program.closedAt !== null;
  return (
    <Note tone="warm">
      <p>{t(again ? 'programs.opening.again-text' : 'programs.opening.text')}</p>
      <Actions>
        <Form page={page} action={`${here}/opening`} inline>
          <Button>{t(again ? 'programs.opening.again' : 'programs.opening.open')}</Button>
        </Form>
        {!again && (
          <Form page={page} action={`${here}/removal`} inline>
            <Button look="text">{t('programs.opening.discard')}</Button>
          </Form>
        )}
      </Actions>
    </Note>
  );
}

/** What else there is to a program, each on a page of its own. */
function Rooms({ page, program, waiting }: Pick<Props, 'page' | 'program' | 'waiting'>) {
  const { t } = page;
  const here = `/community/programs/${program.id}`;
  return (
    <Section id="rooms" title={t('programs.rooms')}>
      <Actions>
        <ButtonLink href={`${here}/mentors`} look="plain" icon="peer">
          {t('programs.rooms.mentors', { waiting })}
        </ButtonLink>
        <ButtonLink href={`${here}/phases`} look="plain" icon="calendar">
          {t('programs.rooms.phases', { count: program.phases.length })}
        </ButtonLink>
        <ButtonLink href={`${here}/questions`} look="plain" icon="help">
          {t('programs.rooms.questions', { count: program.questions.length })}
        </ButtonLink>
        <ButtonLink href={`${here}/training`} look="plain" icon="check">
          {t('programs.rooms.training', { count: program.training.length })}
        </ButtonLink>
        <ButtonLink href={`${here}/agreement`} look="plain" icon="edit">
          {t('programs.agreement.title')}
        </ButtonLink>
        <ButtonLink href={`${here}/safety`} look="plain" icon="help">
          {t('programs.safety.title')}
        </ButtonLink>
        {program.openedAt && (
          <>
            <ButtonLink href={`${here}/board`} look="plain" icon="company">
              {t('programs.rooms.board')}
            </ButtonLink>
            <ButtonLink href={`${here}/pairs`} look="plain" icon="hug">
              {t('programs.rooms.pairs')}
            </ButtonLink>
            <ButtonLink href={`/programs/${program.id}`} look="text">
              {t('programs.rooms.seen')}
            </ButtonLink>
          </>
        )}
      </Actions>
    </Section>
  );
}
