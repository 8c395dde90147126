import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Our words for the pictures → lucide's file names. Add a line to use another. */
const FILES = {
  home: 'house',
  circles: 'users-round',
  calendar: 'calendar-days',
  me: 'user-round',
  bell: 'bell',
  help: 'life-buoy',
  exit: 'door-open',
  online: 'monitor-smartphone',
  professional: 'stethoscope',
  peer: 'heart-handshake',
  family: 'house-heart',
  clock: 'clock',
  place: 'map-pin',
  pin: 'pin',
  video: 'video',
  phone: 'phone',
  message: 'message-circle',
  mail: 'mail',
  language: 'languages',
  print: 'printer',
  share: 'share-2',
  copy: 'copy',
  check: 'check',
  next: 'chevron-right',
  back: 'arrow-left',
  more: 'ellipsis',
  plus: 'plus',
  search: 'search',
  announcement: 'megaphone',
  feed: 'rss',
  filter: 'sliders-horizontal',
  alert: 'circle-alert',
  info: 'info',
  flag: 'flag',
  hidden: 'eye-off',
  lock: 'lock',
  key: 'key-round',
  passkey: 'fingerprint-pattern',
  device: 'smartphone',
  edit: 'pencil',
  delete: 'trash-2',
  reply: 'reply',
  hug: 'hand-heart',
  childcare: 'baby',
  feeding: 'milk',
  siblings: 'toy-brick',
  stroller: 'footprints',
  bus: 'bus',
  cost: 'wallet',
  repeat: 'repeat',
  access: 'accessibility',
  offline: 'wifi-off',
  download: 'download',
  external: 'external-link',
  close: 'x',
  sunrise: 'sunrise',
  sun: 'sun',
  sunset: 'sunset',
  moon: 'moon',
  meal: 'soup',
  school: 'school',
  laundry: 'washing-machine',
  shopping: 'shopping-basket',
  company: 'coffee',
  link: 'link',
} as const;

export type IconName = keyof typeof FILES;

const cache = new Map<IconName, string>();

/** The inside of the icon's `<svg>`, read from the package once. */
export function iconPaths(name: IconName): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const svg = readFileSync(require.resolve(`lucide-static/icons/${FILES[name]}.svg`), 'utf8');
  const inside = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  const paths = inside.replace(/\s*\n\s*/g, '').replaceAll(' />', '/>');
  cache.set(name, paths);
  return paths;
}
