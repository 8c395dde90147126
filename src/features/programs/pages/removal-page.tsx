import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Layout,
  type Page,
  PageHead,
  Reasons,
} from '../../../ui/index.ts';
import type { Mentor } from '../mentor.ts';
import type { Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  mentor: Mentor;
  /** How many mothers she is with. */
  carries: number;
}

/** A coordinator ends somebody's time as a mentor: what it means for the mothers she is with, before it is done. */
export function RemovalPage({ page, program, mentor, carries }: Props) {
  const { t } = page;
  const here = `/community/programs/${program.id}/mentors/${mentor.memberId}`;
  const { name } = mentor;
  return (
    <Layout page={page} title={t('programs.removal.title', { name })} current="me" narrow>
      <PageHead
        title={t('programs.removal.title', { name })}
        lead={t('programs.removal.lead')}
        back={{ href: here, label: name }}
      />
      <Reasons
        reasons={[
          t('programs.removal.carries', { carries }),
          t('programs.removal.told', { name }),
          t('programs.removal.again', { name }),
        ]}
      />
      <Form page={page} action={`${here}/removal`}>
        <Actions>
          <Button look="danger">{t('programs.removal.do')}</Button>
          <ButtonLink href={here} look="text">
            {t('programs.stay')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
