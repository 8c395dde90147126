import type { Locale } from '../../platform/i18n/index.ts';

// Names for somebody who writes without hers: an adjective and a bird or tree. Chosen to be calm and to say nothing
// of the writer: no moods, no praise, and no storks.

/** English; Spanish beside a masculine and beside a feminine noun. */
const ADJECTIVES: Record<string, [en: string, masculine: string, feminine: string]> = {
  amber: ['Amber', 'Ámbar', 'Ámbar'],
  autumn: ['Autumn', 'de Otoño', 'de Otoño'],
  blue: ['Blue', 'Azul', 'Azul'],
  calm: ['Calm', 'Calmo', 'Calma'],
  coastal: ['Coastal', 'Costero', 'Costera'],
  copper: ['Copper', 'Cobrizo', 'Cobriza'],
  early: ['Early', 'Temprano', 'Temprana'],
  eastern: ['Eastern', 'del Este', 'del Este'],
  evening: ['Evening', 'Vespertino', 'Vespertina'],
  gentle: ['Gentle', 'Suave', 'Suave'],
  golden: ['Golden', 'Dorado', 'Dorada'],
  green: ['Green', 'Verde', 'Verde'],
  harbor: ['Harbor', 'del Puerto', 'del Puerto'],
  island: ['Island', 'Isleño', 'Isleña'],
  lake: ['Lake', 'del Lago', 'del Lago'],
  meadow: ['Meadow', 'del Prado', 'del Prado'],
  mountain: ['Mountain', 'del Monte', 'del Monte'],
  northern: ['Northern', 'del Norte', 'del Norte'],
  patient: ['Patient', 'Paciente', 'Paciente'],
  prairie: ['Prairie', 'de la Pradera', 'de la Pradera'],
  quiet: ['Quiet', 'Callado', 'Callada'],
  river: ['River', 'del Río', 'del Río'],
  russet: ['Russet', 'Rojizo', 'Rojiza'],
  silver: ['Silver', 'Plateado', 'Plateada'],
  snowy: ['Snowy', 'Nevado', 'Nevada'],
  southern: ['Southern', 'del Sur', 'del Sur'],
  spring: ['Spring', 'de Primavera', 'de Primavera'],
  steady: ['Steady', 'Sereno', 'Serena'],
  striped: ['Striped', 'Rayado', 'Rayada'],
  twilight: ['Twilight', 'Crepuscular', 'Crepuscular'],
  valley: ['Valley', 'del Valle', 'del Valle'],
  western: ['Western', 'del Oeste', 'del Oeste'],
  white: ['White', 'Blanco', 'Blanca'],
  woodland: ['Woodland', 'Silvestre', 'Silvestre'],
};

/** English; Spanish and its gender. */
const NOUNS: Record<string, [en: string, es: string, gender: 'm' | 'f']> = {
  alder: ['Alder', 'Aliso', 'm'],
  aspen: ['Aspen', 'Álamo', 'm'],
  birch: ['Birch', 'Abedul', 'm'],
  cedar: ['Cedar', 'Cedro', 'm'],
  chestnut: ['Chestnut', 'Castaño', 'm'],
  crane: ['Crane', 'Grulla', 'f'],
  dove: ['Dove', 'Paloma', 'f'],
  egret: ['Egret', 'Garceta', 'f'],
  elm: ['Elm', 'Olmo', 'm'],
  finch: ['Finch', 'Pinzón', 'm'],
  goldfinch: ['Goldfinch', 'Jilguero', 'm'],
  hazel: ['Hazel', 'Avellano', 'm'],
  heron: ['Heron', 'Garza', 'f'],
  hummingbird: ['Hummingbird', 'Colibrí', 'm'],
  juniper: ['Juniper', 'Enebro', 'm'],
  kingfisher: ['Kingfisher', 'Martín Pescador', 'm'],
  larch: ['Larch', 'Alerce', 'm'],
  lark: ['Lark', 'Alondra', 'f'],
  laurel: ['Laurel', 'Laurel', 'm'],
  linden: ['Linden', 'Tilo', 'm'],
  magnolia: ['Magnolia', 'Magnolia', 'f'],
  maple: ['Maple', 'Arce', 'm'],
  mockingbird: ['Mockingbird', 'Cenzontle', 'm'],
  nightingale: ['Nightingale', 'Ruiseñor', 'm'],
  oak: ['Oak', 'Roble', 'm'],
  olive: ['Olive', 'Olivo', 'm'],
  oriole: ['Oriole', 'Oropéndola', 'f'],
  owl: ['Owl', 'Lechuza', 'f'],
  pelican: ['Pelican', 'Pelícano', 'm'],
  pine: ['Pine', 'Pino', 'm'],
  plover: ['Plover', 'Chorlito', 'm'],
  poplar: ['Poplar', 'Chopo', 'm'],
  quail: ['Quail', 'Codorniz', 'f'],
  robin: ['Robin', 'Petirrojo', 'm'],
  rowan: ['Rowan', 'Serbal', 'm'],
  seagull: ['Seagull', 'Gaviota', 'f'],
  sparrow: ['Sparrow', 'Gorrión', 'm'],
  swallow: ['Swallow', 'Golondrina', 'f'],
  swan: ['Swan', 'Cisne', 'm'],
  tern: ['Tern', 'Charrán', 'm'],
  thrush: ['Thrush', 'Zorzal', 'm'],
  walnut: ['Walnut', 'Nogal', 'm'],
  warbler: ['Warbler', 'Reinita', 'f'],
  willow: ['Willow', 'Sauce', 'm'],
  wren: ['Wren', 'Chochín', 'm'],
};

const adjectives = Object.keys(ADJECTIVES);
const nouns = Object.keys(NOUNS);

/** How many names there are: no thread can hold more people without a name. */
export const PSEUDONYM_COUNT = adjectives.length * nouns.length;

/** A name at random, as it is kept: 'quiet-heron'. Nothing about its bearer goes into the choice. */
export const anyPseudonym = (below: (most: number) => number): string =>
  `${adjectives[below(adjectives.length)]}-${nouns[below(nouns.length)]}`;

/** A kept name in the reader's language: 'Quiet Heron', 'Garza Callada'. */
export function shownPseudonym(locale: Locale, name: string): string {
  const [first = '', second = ''] = name.split('-');
  const adjective = ADJECTIVES[first];
  const noun = NOUNS[second];
  if (!adjective || !noun) return name;
  if (locale !== 'es') return `${adjective[0]} ${noun[0]}`;
  return `${noun[1]} ${noun[2] === 'm' ? adjective[1] : adjective[2]}`;
}
