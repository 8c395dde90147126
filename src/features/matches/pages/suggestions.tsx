import type { Sentence } from '../../../matching/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  Layout,
  type Page,
  PageHead,
  Stack,
} from '../../../ui/index.ts';
import type { Program } from '../../programs/index.ts';
import { said } from '../../reasons/index.ts';
import type { Suggested } from '../suggesting.ts';
import { MentorWords } from './mentor-words.tsx';

interface Props {
  page: Page;
  program: Program;
  suggested: Suggested[];
  /** Why there is nobody for her, where there is nobody. */
  why: Sentence | null;
}

/** Up to three who would suit, the best first; she asks one. */
export function SuggestionsPage({ page, program, suggested, why }: Props) {
  const { t } = page;
  const here = `/programs/${program.id}`;
  return (
    <Layout page={page} title={t('matches.suggestions.title')} current="me" narrow>
      <PageHead
        title={t('matches.suggestions.title')}
        lead={suggested.length > 0 ? t('matches.suggestions.lead', { count: suggested.length }) : undefined}
        back={{ href: `${here}/mentee`, label: t('matches.standing.title') }}
      />
      {suggested.length === 0 ? (
        <EmptyState title={t('matches.suggestions.none')} drawing="chairs">
          {why && <p>{said(page, why)}.</p>}
          <p>{t('matches.suggestions.none-lead')}</p>
          <ButtonLink href={`${here}/mentee`} look="plain">
            {t('matches.standing.title')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Stack>
          {suggested.map(({ token, ...mentor }, at) => (
            <Card as="section" lit={at === 0} labelledby={`mentor-${at}`}>
              <h2 id={`mentor-${at}`}>{t('matches.suggestions.mentor', { number: at + 1 })}</h2>
              <MentorWords page={page} {...mentor} />
              <Form page={page} action={`${here}/suggestions`} inline>
                <input type="hidden" name="mentor" value={token} />
                <Actions>
                  <Button>{t('matches.suggestions.ask')}</Button>
                </Actions>
              </Form>
            </Card>
          ))}
        </Stack>
      )}
      {suggested.length > 0 && <p class="quiet">{t('matches.suggestions.names')}</p>}
    </Layout>
  );
}
