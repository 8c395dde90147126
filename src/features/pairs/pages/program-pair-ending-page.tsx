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
import type { PairKept } from '../coordinating.ts';

interface Props {
  page: Page;
  programId: string;
  pair: PairKept;
}

/** A coordinator ends a pair: what each way means for the two, before she chooses. */
export function ProgramPairEndingPage({ page, programId, pair }: Props) {
  const { t } = page;
  const list = `/community/programs/${programId}/pairs`;
  const { mentee, mentor } = pair;
  return (
    <Layout page={page} title={t('pairs.keeping.end-title', { mentee, mentor })} current="me" narrow>
      <PageHead
        title={t('pairs.keeping.end-title', { mentee, mentor })}
        lead={t('pairs.keeping.end-lead')}
        back={{ href: list, label: t('pairs.keeping.title') }}
      />
      <Reasons
        reasons={[
          t('pairs.keeping.end-rematch-text', { mentee }),
          t('pairs.keeping.end-finished-text', { mentee }),
        ]}
      />
      <Form page={page} action={`${list}/${pair.id}/ending`}>
        <Actions>
          <Button name="as" value="rematch">
            {t('pairs.keeping.end-rematch')}
          </Button>
          <Button look="plain" name="as" value="finished">
            {t('pairs.keeping.end-finished')}
          </Button>
          <ButtonLink href={list} look="text">
            {t('gatherings.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
