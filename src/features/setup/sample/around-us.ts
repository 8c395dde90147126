/** What two invented organisations have written, in the days before the sample was founded. Nobody is ever asked. */
export interface SampleSource {
  name: string;
  address: string;
  site: string;
  language: 'en' | 'es';
  items: { daysAgo: number; path: string; title: string; excerpt: string }[];
}

export const SAMPLE_SOURCES: SampleSource[] = [
  {
    name: 'Lakeview Corner Library',
    address: 'https://library.example.org/families/feed.xml',
    site: 'https://library.example.org/families/',
    language: 'en',
    items: [
      {
        daysAgo: 1,
        path: 'winter-story-times',
        title: 'Winter story times: lap-sit on Tuesdays, toddlers on Thursdays',
        excerpt:
          'From December, story time for babies who do not walk yet moves to Tuesdays at half past ten. Strollers may stay inside by the coat racks, and you are welcome to feed wherever you sit.',
      },
      {
        daysAgo: 6,
        path: 'quiet-room',
        title: 'The quiet room on the second floor is open again',
        excerpt:
          'A door that closes, two armchairs, an outlet and a sink. It is meant for anybody who needs to pump, to feed, or to sit in silence for ten minutes. No sign-up.',
      },
      {
        daysAgo: 13,
        path: 'borrow-a-carrier',
        title: 'Borrow a baby carrier before you buy one',
        excerpt:
          'Six carriers are now in the library of things. Take one home for three weeks; on first Saturdays somebody shows how each of them is worn.',
      },
      {
        daysAgo: 27,
        path: 'help-with-forms',
        title: 'Help with forms: WIC, leave from work, birth certificates',
        excerpt:
          'On Wednesday afternoons a volunteer sits at the long table and goes through forms with you, in English or Spanish. Bring the letter you received and somebody small, if you have one.',
      },
    ],
  },
  {
    name: 'Casa Abierta, familias de Pilsen',
    address: 'https://casaabierta.example.org/noticias/atom.xml',
    site: 'https://casaabierta.example.org/noticias/',
    language: 'es',
    items: [
      {
        daysAgo: 2,
        path: 'abrigos',
        title: 'Abrigos y botas para bebés: ven a escoger este sábado',
        excerpt:
          'Recibimos tres cajas de ropa de invierno de recién nacido a cuatro años. Sábado de diez a una, sin preguntas y sin papeles. Hay café y un rincón para jugar.',
      },
      {
        daysAgo: 9,
        path: 'lactancia-en-espanol',
        title: 'Apoyo con la lactancia en español, todos los lunes',
        excerpt:
          'Una consejera recibe sin cita de cuatro a seis de la tarde. Si no puedes venir, deja tu número en la recepción y te llama ella.',
      },
      {
        daysAgo: 20,
        path: 'caminata',
        title: 'Caminatas con carriola por el parque Harrison',
        excerpt:
          'Los viernes a las diez salimos desde la entrada principal, despacio y con paradas. Si hace menos de veinte grados, caminamos dentro del gimnasio.',
      },
    ],
  },
];
