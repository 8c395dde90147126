/** A line in a sample circle. `ago` in hours; `quiet`: without her name. */
export interface SamplePost {
  by: string;
  ago: number;
  text: string;
  quiet?: boolean;
  note?: string;
  asks?: 'emotional' | 'practical' | 'informational';
  /** On top of its room, by whoever wrote it. */
  pinned?: true;
  hugs?: string[];
  meToo?: string[];
  helpful?: string[];
  replies?: Omit<SamplePost, 'replies'>[];
}

export const CONVERSATIONS: Record<string, SamplePost[]> = {
  night: [
    {
      by: 'grace',
      quiet: true,
      ago: 5,
      asks: 'emotional',
      text: 'I love her and I also sat on the bathroom floor tonight and wished for one hour with nobody touching me. Does that go away?',
      hugs: ['priya', 'tomasa', 'beth', 'dana'],
      meToo: ['wen', 'imani', 'priya'],
      replies: [
        {
          by: 'tomasa',
          ago: 4.6,
          text: 'It does. For me around five months, when my mother started taking the first feed on Sundays. What would an hour look like for you, if someone gave it to you?',
          helpful: ['beth', 'wen'],
        },
        {
          by: 'grace',
          quiet: true,
          ago: 4.4,
          text: 'Walking around the block without the stroller. That is all. It sounds so small now that I write it.',
        },
        {
          by: 'rosa',
          ago: 2,
          text: 'It is not small. I walk past Belmont on Thursdays at ten. I can hold her while you go around the block twice.',
          hugs: ['tomasa', 'imani'],
        },
      ],
    },
    {
      by: 'wen',
      ago: 21,
      text: 'Half past two club, who is here? He has decided that the only acceptable place on earth is my left arm.',
      meToo: ['beth', 'grace'],
      replies: [
        { by: 'beth', ago: 20.8, text: 'Here. Right arm, for variety.' },
        {
          by: 'dana',
          ago: 13,
          text: 'Mine liked the sound of the kitchen fan. I do not know why I was the last to find out that fans exist.',
          helpful: ['wen'],
        },
      ],
    },
    {
      by: 'priya',
      ago: 30,
      note: 'A hospital stay, all well now',
      text: 'We spent three nights at Lurie last week with his breathing. He is home and eating. I did not expect to be the one who falls apart afterwards, in the cereal aisle, over nothing.',
      hugs: ['rosa', 'dana', 'tomasa', 'imani', 'beth'],
      replies: [
        {
          by: 'dana',
          ago: 28,
          text: 'The cereal aisle is where it catches up. Afterwards is when the body has time. I am glad he is home, and I am here if you want to tell all of it.',
        },
      ],
    },
    {
      by: 'imani',
      ago: 74,
      pinned: true,
      text: 'Tuesday: the side door is open from quarter to seven, there is a mat for the little ones, and Rosa brings soup. Come in whatever you slept in.',
      helpful: ['maya', 'grace', 'wen', 'priya'],
    },
  ],
  pilsen: [
    {
      by: 'lucia',
      ago: 9,
      asks: 'informational',
      text: '¿Alguien sabe de una pediatra que hable español cerca de la 18? Con la de ahora entiendo la mitad y me da pena preguntar dos veces.',
      meToo: ['ines'],
      replies: [
        {
          by: 'marisol',
          ago: 8,
          text: 'Que no te dé pena, tienen obligación de ponerte intérprete sin costo, solo pídelo al llamar. Y el jueves te presento a Inés, que va a una que le gusta mucho.',
          helpful: ['lucia', 'tomasa'],
        },
        { by: 'ines', ago: 7.5, text: 'Sí, te acompaño la primera vez si quieres.' },
      ],
    },
    {
      by: 'marisol',
      ago: 50,
      text: 'Este jueves hay pan de la panadería de mi tía. Traigan a los bebés y las ojeras.',
      hugs: ['lucia', 'rosa'],
    },
  ],
  nicu: [
    {
      by: 'aisha',
      ago: 16,
      text: 'Day 41. They let me do the bath. I counted her fingers again, as if somebody might have miscounted.',
      hugs: ['dana', 'kate', 'sol'],
      meToo: ['dana'],
      replies: [
        { by: 'dana', ago: 15, text: 'I counted until he was two. Tell us what she did in the water.' },
      ],
    },
  ],
  loss: [
    {
      by: 'beth',
      ago: 60,
      text: 'The date comes around on Thursday. I do not need anything said. I wanted it to be known somewhere.',
      hugs: ['grace', 'ines'],
      replies: [{ by: 'grace', ago: 58, text: 'It is known here.' }],
    },
  ],
  work: [
    {
      by: 'priya',
      ago: 40,
      text: 'First week back done. What helped: the daycare drop-off on Friday before, once, for one hour, with nothing waiting for me but coffee.',
      helpful: ['imani', 'aisha'],
    },
  ],
  home: [
    {
      by: 'kate',
      ago: 26,
      text: 'Today my daughter joined the budget meeting and asked everyone their favourite soup. It was the best part of the meeting.',
      hugs: ['wen', 'priya'],
    },
  ],
  new: [
    {
      by: 'noor',
      ago: 33,
      text: 'The library on Damen lends winter coats for children this month. No card needed the first time, they make it while you wait.',
      helpful: ['lucia', 'aisha'],
    },
  ],
  alone: [
    {
      by: 'noor',
      ago: 70,
      text: 'I have two free hours on Wednesday mornings and can take one more child to the park. Ours is the one by the lake with the broken swing.',
      helpful: ['kate', 'tomasa'],
    },
  ],
  down: [
    {
      by: 'joelle',
      ago: 90,
      text: 'He said "more" today, out loud, with the banana in his hand, in case anybody had doubts about what.',
      hugs: ['hanna', 'sol'],
    },
  ],
  twins: [
    {
      by: 'hanna',
      ago: 44,
      text: 'Does anyone have both asleep at the same time? Asking as an explorer asks about land.',
      meToo: ['sol', 'wen'],
    },
  ],
};

/** What stands on a circle's shelf: its circle, who put it there, title, note. */
export const SHELVES: [circle: string, by: string, title: string, note: string][] = [
  [
    'night',
    'rosa',
    'Finding us on a Tuesday',
    'The side door on Clark, left of the bicycle rack. Ring twice if it is shut: the bell is quieter than the babies.',
  ],
  ['night', 'rosa', 'What to bring', 'Nothing. There are mats, diapers in two sizes, and soup.'],
];
