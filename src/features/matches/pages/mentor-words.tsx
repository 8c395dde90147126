import type { Sentence, Topic } from '../../../matching/index.ts';
import { Chip, Facts, type Page, PostText, Reasons } from '../../../ui/index.ts';
import { said } from '../../reasons/index.ts';

interface Props {
  page: Page;
  reasons: Sentence[];
  about: string;
  experiences: Topic[];
  languages: string[];
  online: boolean | null;
}

/** A mentor as a mother reads of her before both said yes: why she, and what she wrote of herself. No name. */
export function MentorWords({ page, reasons, about, experiences, languages, online }: Props) {
  const { t } = page;
  const names = new Intl.ListFormat(page.lang, { type: 'conjunction' });
  return (
    <>
      <Reasons reasons={reasons.map((reason) => said(page, reason))} />
      {about && <PostText text={about} />}
      <div class="chips">
        {experiences.map((topic) => (
          <Chip tint="sky">{t(`words.topic.${topic}`)}</Chip>
        ))}
      </div>
      <Facts
        facts={[
          {
            icon: 'language',
            label: t('mentoring.mentor.speaks'),
            value: inASentence(
              page,
              names.format(languages.map((one) => t(`words.language.${one as 'en'}`))),
            ),
          },
          {
            icon: 'message',
            label: t('mentoring.mentor.meets'),
            value: online === null ? null : t(online ? 'mentoring.mentor.online' : 'mentoring.mentor.nearby'),
          },
        ]}
      />
    </>
  );
}

/** Spanish writes languages small, but for the first word. */
const inASentence = ({ locale }: Page, words: string): string =>
  locale === 'es' ? words.charAt(0) + words.slice(1).toLowerCase() : words;
