import type { Topic } from '../../../matching/index.ts';

/** Invented services; numbers of the 555-01xx kind belong to nobody. */
export interface SampleService {
  organisation: string;
  name: string;
  description: string;
  topics: Topic[];
  languages: string[];
  cost: string;
  remote: boolean;
  phone: string;
  near: string;
  openings: boolean;
}

export const SERVICES: SampleService[] = [
  {
    organisation: 'Harbor Light Counseling',
    name: 'Counseling for new mothers',
    description:
      'Weekly talks with a counselor who works with new mothers, on Belmont Avenue or by video. Babies are welcome in the room.',
    topics: ['low-mood', 'sleep', 'birth-recovery'],
    languages: ['en', 'es'],
    cost: 'Takes Medicaid; sliding scale',
    remote: true,
    phone: '(773) 555-0142',
    near: '60657',
    openings: true,
  },
  {
    organisation: 'Prairie Lactation',
    name: 'Feeding help at home',
    description: 'A lactation consultant comes to you, any way you feed.',
    topics: ['feeding'],
    languages: ['en', 'pl'],
    cost: 'Many insurances; ask',
    remote: false,
    phone: '(773) 555-0117',
    near: '60618',
    openings: true,
  },
  {
    organisation: 'Casa Girasol',
    name: 'Orientación para familias recién llegadas',
    description: 'Ayuda con citas médicas, escuelas y papeles. Sin costo y en español.',
    topics: ['newly-arrived', 'money'],
    languages: ['es', 'en'],
    cost: 'Free',
    remote: true,
    phone: '(312) 555-0163',
    near: '60608',
    openings: false,
  },
  {
    organisation: 'Early Steps Therapy Group',
    name: 'Early intervention therapies',
    description:
      'Speech, physical and occupational therapy for children under three, at home or at the center.',
    topics: ['down-syndrome', 'additional-needs', 'nicu'],
    languages: ['en'],
    cost: 'Early Intervention program; insurances',
    remote: false,
    phone: '(773) 555-0129',
    near: '60625',
    openings: false,
  },
  {
    organisation: 'The Willow Room',
    name: 'Grief counseling after a loss',
    description: 'One to one or as a couple, for as long as it is useful.',
    topics: ['loss', 'relationship'],
    languages: ['en', 'es'],
    cost: 'Sliding scale',
    remote: true,
    phone: '(773) 555-0155',
    near: '60614',
    openings: true,
  },
];
