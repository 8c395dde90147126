import {
  Actions,
  Button,
  Card,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
  Section,
  Select,
  Stack,
} from '../../../ui/index.ts';
import type { Program } from '../../programs/index.ts';
import type { Apart, Named } from '../apart.ts';

interface Props {
  page: Page;
  program: Program;
  apart: Apart[];
  mothers: Named[];
  mentors: Named[];
}

/** Two who are family: never proposed to each other, in no program and on no telephone. */
export function ApartPage({ page, program, apart, mothers, mentors }: Props) {
  const { t } = page;
  const here = `/community/programs/${program.id}/apart`;
  const options = (list: Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Layout page={page} title={t('matches.apart.title')} current="me" narrow>
      <PageHead
        title={t('matches.apart.title')}
        lead={t('matches.apart.lead')}
        back={{ href: `/community/programs/${program.id}/board`, label: t('matches.board.title') }}
      />
      {mothers.length > 0 && mentors.length > 0 && (
        <Form page={page} action={here}>
          <Select
            page={page}
            name="one"
            label={t('matches.apart.mother')}
            empty={t('matches.apart.choose')}
            options={options(mothers)}
          />
          <Select
            page={page}
            name="other"
            label={t('matches.apart.mentor')}
            empty={t('matches.apart.choose')}
            options={options(mentors)}
          />
          <Actions>
            <Button>{t('matches.apart.keep')}</Button>
          </Actions>
        </Form>
      )}
      <Section id="apart" title={t('matches.apart.list', { count: apart.length })}>
        <Stack list>
          {apart.map(({ one, other, names: [a, b], since, theySaid }) => (
            <Card as="li" quiet>
              <h3>{t('matches.apart.two', { a, b })}</h3>
              <p class="quiet">
                {t(theySaid ? 'matches.apart.they-said' : 'matches.apart.said', {
                  day: formatTime(page, since, 'date'),
                })}
              </p>
              <Form page={page} action={`${here}/removal`} inline>
                <input type="hidden" name="one" value={one} />
                <input type="hidden" name="other" value={other} />
                <Actions>
                  <Button look="text" label={t('matches.apart.no-more-named', { a, b })}>
                    {t('matches.apart.no-more')}
                  </Button>
                </Actions>
              </Form>
            </Card>
          ))}
        </Stack>
      </Section>
    </Layout>
  );
}
