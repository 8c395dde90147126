/** The sample's invented people. `admin` is whoever coordinates the community that is filled. */
export interface SamplePerson {
  key: string;
  name: string;
  about?: string;
  locale?: 'en' | 'es';
}

export const PEOPLE: SamplePerson[] = [
  { key: 'maya', name: 'Maya', about: 'New here, new at this. Up most nights.' },
  {
    key: 'dana',
    name: 'Dana',
    about: 'Two children, the first one came nine weeks early. I like long walks and short messages.',
  },
  {
    key: 'rosa',
    name: 'Rosa',
    about: 'I look after Night Feeds. Grandmother of one, mother of three.',
    locale: 'es',
  },
  { key: 'imani', name: 'Imani' },
  { key: 'priya', name: 'Priya', about: 'Back at work since August. Still learning to leave at five.' },
  { key: 'tomasa', name: 'Tomasa', locale: 'es' },
  { key: 'grace', name: 'Grace' },
  { key: 'hanna', name: 'Hanna', about: 'Twins. That is the whole story at the moment.' },
  { key: 'lucia', name: 'Lucía', about: 'De Puebla, en Pilsen desde hace un año.', locale: 'es' },
  { key: 'marisol', name: 'Marisol', locale: 'es' },
  { key: 'beth', name: 'Beth' },
  { key: 'joelle', name: 'Joelle', about: 'My son has Down syndrome and strong views on bananas.' },
  { key: 'wen', name: 'Wen' },
  { key: 'aisha', name: 'Aisha' },
  { key: 'kate', name: 'Kate' },
  { key: 'noor', name: 'Noor', about: 'We came in spring. Ask me about the library on Damen.' },
  { key: 'sol', name: 'Sol' },
  { key: 'ines', name: 'Inés', locale: 'es' },
];
