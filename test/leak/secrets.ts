import { newId } from '../../src/platform/crypto/index.ts';
import { VISITORS, type Visitor } from '../access-matrix/row.ts';

/** Everybody who looks: the eight of the access matrix, and Dana, who is asked to be a mentor. */
export type Reader = Visitor | 'dana';
export const READERS = [...(Object.keys(VISITORS) as Visitor[]), 'dana'] as const satisfies Reader[];

/** A word that stands in one place of the database only, and who may read it, where. */
export interface Secret {
  word: string;
  /** Exactly these: a secret that its own readers do not see was planted badly and would prove nothing. */
  readers: Reader[];
  /** Where alone, when not anywhere. */
  where?: RegExp;
}

export const SECRETS = {
  'a post in a circle': { word: 'quillmarrow', readers: ['blocked', 'member', 'facilitator', 'dana'] },
  'a post of somebody she blocked': { word: 'brackenfold', readers: ['blocked', 'facilitator', 'dana'] },
  'a post to somebody who is blocked': { word: 'thistlewane', readers: ['member', 'facilitator', 'dana'] },
  'an anonymous post': { word: 'ferncorrow', readers: ['blocked', 'member', 'facilitator', 'dana'] },
  'an anonymous author’s name': {
    word: 'Xanthorine',
    readers: ['facilitator', 'admin'],
    where: /^\/(circles\/[^/]+\/people|community\/people)\b/, // as one of many, next to no word of hers
  },
  'an anonymous author’s story': { word: 'lanternwick', readers: [] },
  'an anonymous author’s id': {
    word: newId(),
    readers: ['facilitator', 'admin'],
    where: /^\/(circles\/[^/]+\/people|community\/people)\b/,
  },
  'an anonymous author’s account': { word: 'account-pellucid', readers: [] },
  'what is on a photo': { word: 'candlemoth', readers: ['blocked', 'member', 'facilitator', 'dana'] },
  'an answer of a poll': { word: 'brindleford', readers: ['blocked', 'member', 'facilitator', 'dana'] },
  'a note on a shelf': { word: 'sorrelgate', readers: ['blocked', 'member', 'facilitator', 'dana'] },
  'a hidden circle’s name': { word: 'Umberhollow', readers: ['facilitator'] },
  'a post in a hidden circle': { word: 'saltmyrtle', readers: ['facilitator'] },
  // The circle was open when it was written, and went into hiding with all that was known of it.
  'a post in a circle that hid': { word: 'brambleknell', readers: ['facilitator'] },
  'the name of a circle that hid': { word: 'Thornapplery', readers: ['facilitator'] },
  'a session of a circle that hid': { word: 'Nettlequay', readers: ['facilitator'] },
  'her answers': { word: 'Wrenchester', readers: ['outsider'] },
  'a message to a mentor': { word: 'dovecallow', readers: ['outsider', 'dana'] },
  'what a reporter wrote': { word: 'marlinspun', readers: ['dana', 'moderator', 'admin'] },
  'what was reported': { word: 'gorsewhisper', readers: ['dana', 'moderator', 'admin'] },
  'words waiting to be let in': { word: 'cobblemoss', readers: ['facilitator', 'dana'] },
  'words out of sight by a decision': {
    word: 'larkspindle',
    readers: ['facilitator', 'moderator', 'admin', 'dana'],
    where: /^\/(me\/(decisions|export)|moderation|circles\/[^/]+\/(cases|settings\/care))/,
  },
  'what an anonymous author appealed with': {
    word: 'sedgewillow',
    readers: ['moderator', 'admin'],
    where: /^\/moderation/,
  },
  'an answer at a circle’s door': { word: 'hazelbrume', readers: ['outsider', 'facilitator'] },
  'why she asks to write': { word: 'pennywhistling', readers: ['facilitator', 'dana'] },
  'a message to one': { word: 'curlewmoss', readers: ['member', 'facilitator'] },
  'who comes to a gathering': {
    word: 'Perrilune',
    readers: ['facilitator', 'admin', 'dana'],
    where: /^\/(gatherings|community\/people)/,
  },
  'who waits for a place': {
    word: 'Ottoline',
    readers: ['facilitator', 'admin'],
    where: /^\/(gatherings|community\/people)/,
  },
  'what is handed out to those with a place': {
    word: 'vesperreed',
    readers: ['facilitator', 'admin', 'dana'],
    where: /^\/gatherings\/[^/]+\/materials/,
  },
  'a circle’s own session': { word: 'Ploverden', readers: ['blocked', 'member', 'facilitator', 'dana'] },
  'a hidden circle’s session': { word: 'Mistlethorn', readers: ['facilitator'] },
  'a link a few minutes before': { word: 'velvetmarsh', readers: ['member', 'facilitator'] },
  'a link before its time': { word: 'inkcapfen', readers: ['facilitator'] },
  'a gathering out of sight': {
    word: 'Quenchwillow',
    readers: ['facilitator'],
    where: /^\/(calendar\/feed|gatherings\/[0-9a-f]|me\/export)/,
  },
  'a home’s address': { word: 'Larchmoor', readers: ['member', 'facilitator'] },
  // By whoever wrote it in her own copy; by whoever got it, to be reported.
  'a message before a block': {
    word: 'sedgelark',
    readers: ['blocked', 'member'],
    where: /^\/(me\/export|messages\/behind-blocks)/,
  },
  'other words that wait': {
    word: 'mallowreed',
    readers: ['facilitator', 'dana'],
    where: /^\/(me\/export|circles\/[^/]+\/(settings\/care|posts\/[^/]+\/edit))/,
  },
  'where she lives': {
    word: 'Fennimarsh',
    readers: ['member'],
    where: /^\/(help-calendars\/[^/]+\/wishes|me\/export)/,
  },
  'what she must not eat': {
    word: 'saffronmere',
    readers: ['member'],
    where: /^\/(help-calendars\/[^/]+\/wishes|me\/export)/,
  },
  'how a helper is reached': {
    word: 'ottermill',
    readers: ['member'],
    where: /^\/help-calendars\/[^/]+\/helpers/,
  },
  // By whoever asks and whoever was asked; whose they are the second does not learn.
  'what she asks': { word: 'juniperwisp', readers: ['member', 'dana'], where: /^\/(asks|me\/export)/ },
  'what a helper would rather not': {
    word: 'foxglovetarn',
    readers: ['dana'],
    where: /^\/(asks\/offers|me\/export)/,
  },
  // By whoever has taken the call and by herself, in her own copy; no supervisor, no other volunteer.
  'the number she is called at': {
    word: '555 0167',
    readers: ['member', 'dana'],
    where: /^\/(callbacks\/(calls|requests\/[^/]+\/hours)|me\/export)/,
  },
  'a line for whoever calls': {
    word: 'harrowmint',
    readers: ['member', 'dana'],
    where: /^\/(callbacks\/calls|me\/export)/,
  },
  'what keeps her safe on the telephone': {
    word: 'tallowquince',
    readers: ['member', 'dana'],
    where: /^\/(callbacks\/(calls|requests\/[^/]+\/hours)|me\/export)/,
  },
  'the name she is to be asked for by': {
    word: 'Pimpernelle',
    readers: ['member', 'dana'],
    where: /^\/(callbacks\/calls|me\/export)/,
  },
  'somebody on her map': {
    word: 'Brambleholt',
    readers: ['outsider'],
    where: /^\/(ecomap|plan|me\/export)/,
  },
  'whom she blocked': { word: 'Tamsinella', readers: ['member', 'admin'] },
  'one of her people': { word: 'Fennimore', readers: ['member'] },
  'where one of her people is written to': { word: 'hollybrack', readers: ['member'] },
  'what she keeps about one of her people': { word: 'wicketmoss', readers: ['member'] },
  'what she told one of her people': { word: 'gladefinch', readers: ['member'] },
  'what she has only begun to tell': { word: 'mirefeather', readers: ['member'] },
  'what she told her people in a circle': { word: 'russetpool', readers: ['member', 'facilitator', 'dana'] },
  'what she told her mentor beforehand': {
    word: 'pearlhassock',
    readers: ['member', 'dana'],
    where: /^\/(pairs\/|programs\/|me\/export)/,
  },
  // In the room of the two: no coordinator, no moderator, not whoever looks after circles elsewhere.
  'what she wrote to her mentor': {
    word: 'rowanhush',
    readers: ['member', 'dana'],
    where: /^\/(circles\/|me\/export|search)/,
  },
  'what the room of the two is called': { word: 'Eiderholme', readers: ['member', 'dana'] },
  // To the mother that they were in touch, to the coordinators on which day.
  'how long the two of a pair talked': { word: '137 minutes', readers: ['dana'], where: /^\/pairs\// },
  // Vera offers herself: whoever decides reads it, and no other member.
  'what a mentor says of herself': {
    word: 'tansywharf',
    readers: ['outsider', 'admin'],
    where: /^\/(programs\/[^/]+\/mentor|community\/programs\/[^/]+\/mentors\/|me\/export)/,
  },
  'what a mentor answered': {
    word: 'rushlightcove',
    readers: ['outsider', 'admin'],
    where: /^\/(programs\/[^/]+\/mentor|community\/programs\/[^/]+\/mentors\/|me\/export)/,
  },
  // While she waits; once both said yes it is her mentor's as well, as above.
  'what she wrote for whoever will mentor her': {
    word: 'tansyquill',
    readers: ['outsider'],
    where: /^\/(programs\/[^/]+\/mentee\/wishes|me\/export)/,
  },
  'what she hopes for in a mentor': { word: 'quailbriar', readers: ['outsider'], where: /^\/me\/export/ },
  'what a mentor wrote of herself': {
    word: 'reedmallard',
    readers: ['outsider', 'admin'],
    where: /^\/(matches\/|community\/programs\/)/,
  },
  'a mentor’s name before both said yes': {
    word: 'Hollisander',
    readers: ['admin'],
    where: /^\/community\/(people|programs)/,
  },
  'a mother’s name before both said yes': {
    word: 'Merrowyn',
    readers: ['admin'],
    where: /^\/community\/(people|programs)/,
  },
  'why they may suit each other': { word: 'teasel hour', readers: ['facilitator'], where: /^\/matches\// },
  // Vera is kept a seat, and Rosa is asked to lead.
  'a circle that gathers': {
    word: 'foxglovemews',
    readers: ['outsider', 'facilitator', 'admin'],
    where: /^\/(circle-seats\/|circles\/leading|community\/circle-forming|me\/export)/,
  },
  'why a seat may suit her': {
    word: 'bramble hour',
    readers: ['outsider'],
    where: /^\/(circle-seats\/|me\/export)/,
  },
  'who else a seat is kept for': {
    word: 'Oriellewyn',
    readers: ['admin'],
    where: /^\/community\/people/,
  },
  'a boundary for her own memory': { word: 'ashhollow', readers: ['member'] },
} as const satisfies Record<string, Secret>;
export type What = keyof typeof SECRETS;
export const word = (what: What): string => SECRETS[what].word;
