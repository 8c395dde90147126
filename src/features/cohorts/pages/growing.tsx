import {
  Actions,
  Button,
  CheckboxGroup,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  RadioGroup,
  Stack,
} from '../../../ui/index.ts';
import { ageName, type Circle, circleName, SmallCircleCard, whereOf } from '../../circles/index.ts';
import type { Turn, TurningAge } from '../turn.ts';

interface GrowingProps {
  page: Page;
  circle: Circle;
  age: TurningAge;
  neighbours: Circle[];
  turn: Turn | undefined;
  errors?: Errors;
}

/** The facilitators' choice when the children have come to an age. Staying together needs nothing at all. */
export function GrowingPage({ page, circle, age, neighbours, turn, errors }: GrowingProps) {
  const { t } = page;
  const path = `/circles/${circle.circleId}`;
  const title = t('cohorts.growing', { age: ageName(page, age) });
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead
        title={title}
        lead={t('cohorts.growing-lead')}
        back={{ href: path, label: circleName(page, circle) }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`${path}/growing`}>
        <RadioGroup
          page={page}
          name="choice"
          label={t('cohorts.growing-choice')}
          options={[
            { value: 'together', label: t('cohorts.together'), hint: t('cohorts.together-hint') },
            ...(neighbours.length > 0
              ? [{ value: 'neighbours', label: t('cohorts.graduate'), hint: t('cohorts.graduate-hint') }]
              : []),
          ]}
          value={turn?.choice ?? 'together'}
        />
        {neighbours.length > 0 ? (
          <CheckboxGroup
            page={page}
            name="neighbours"
            label={t('cohorts.growing-which')}
            options={neighbours.map((one) => ({
              value: one.circleId,
              label: circleName(page, one),
              hint: whereOf(page, one),
            }))}
            values={turn?.neighbours ?? []}
            error={errors?.neighbours}
            column
          />
        ) : (
          <Note>
            <p>{t('cohorts.growing-none')}</p>
          </Note>
        )}
        <Actions>
          <Button>{t('cohorts.keep-choice')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** For every member: circles to look at. Each goes where she likes, or stays. */
export function NeighboursPage({
  page,
  circle,
  neighbours,
}: Pick<GrowingProps, 'page' | 'circle' | 'neighbours'>) {
  const { t } = page;
  return (
    <Layout page={page} title={t('cohorts.neighbours')} current="circles">
      <PageHead
        title={t('cohorts.neighbours')}
        lead={t('cohorts.neighbours-lead')}
        back={{ href: `/circles/${circle.circleId}`, label: circleName(page, circle) }}
      />
      {neighbours.length === 0 && <p class="quiet">{t('cohorts.neighbours-none')}</p>}
      <Stack list>
        {neighbours.map((one) => (
          <SmallCircleCard page={page} circle={one} />
        ))}
      </Stack>
    </Layout>
  );
}
