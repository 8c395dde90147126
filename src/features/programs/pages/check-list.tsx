import { Button, Card, Form, Icon, type Page, Section, Stack, TextInput } from '../../../ui/index.ts';
import type { Check } from '../mentor.ts';
import type { KeptMentorProps } from './kept-mentor-page.tsx';
import { type Asked, askedOf, dayOf, doneFor } from './noted-so-far.tsx';

/** What the program asks to see done: each noted with its day, each taken back when it was wrong. No papers are kept. */
export function CheckList(props: KeptMentorProps) {
  const { page, program } = props;
  const { t } = page;
  const asked = askedOf(program);
  return (
    <Section id="checks" title={t('programs.checks.title')} aside={t('programs.checks.aside')}>
      {asked.length === 0 && <p class="quiet">{t('programs.checks.none')}</p>}
      <Stack list>
        {asked.map((one) => (
          <Asking {...props} asked={one} />
        ))}
      </Stack>
    </Section>
  );
}

function Asking({ asked, ...props }: KeptMentorProps & { asked: Asked }) {
  const { page, mentor } = props;
  const done = doneFor(mentor, asked);
  const name = asked.name ?? page.t(`programs.check.${asked.what}`);
  return (
    <Card as="li">
      <h3>
        {done && <Icon name="check" size={18} />} {name}
      </h3>
      {done ? <Done {...props} check={done} name={name} /> : <NoteIt {...props} asked={asked} name={name} />}
    </Card>
  );
}

function Done({ page, program, mentor, me, check, name }: KeptMentorProps & { check: Check; name: string }) {
  const { t } = page;
  const way = `/community/programs/${program.id}/mentors/${mentor.memberId}/checks/${check.id}/removal`;
  return (
    <>
      <p class="quiet">{notedBy(page, check)}</p>
      {mentor.memberId !== me && (
        <Form page={page} action={way} inline>
          <Button look="text" label={t('programs.checks.take-back-named', { name })}>
            {t('programs.checks.take-back')}
          </Button>
        </Form>
      )}
    </>
  );
}

const notedBy = (page: Page, check: Check): string => {
  const day = dayOf(page, check);
  return check.notedBy
    ? page.t('programs.checks.noted', { day, name: check.notedBy })
    : page.t('programs.checks.noted-gone', { day });
};

function NoteIt(p: KeptMentorProps & { asked: Asked; name: string }) {
  const { page, program, mentor, asked, refused } = p;
  const { t } = page;
  if (mentor.memberId === p.me) return <p class="quiet">{t('programs.check.to-come')}</p>;
  const id = `f-done-${asked.itemId ?? asked.what}`;
  const isIt = refused?.raw.what === asked.what && (refused.raw.itemId || null) === asked.itemId;
  return (
    <Form page={page} action={`/community/programs/${program.id}/mentors/${mentor.memberId}/checks`}>
      <input type="hidden" name="what" value={asked.what} />
      {asked.itemId && <input type="hidden" name="itemId" value={asked.itemId} />}
      <div class="rule">
        <TextInput
          page={page}
          name="doneOn"
          id={id}
          type="date"
          label={t('programs.checks.day')}
          value={isIt ? String(refused?.raw.doneOn ?? '') : p.today}
          max={p.today}
          error={isIt ? refused?.errors.doneOn : undefined}
        />
        <Button look="plain" label={t('programs.checks.note-named', { name: p.name })}>
          {t('programs.checks.note')}
        </Button>
      </div>
    </Form>
  );
}
