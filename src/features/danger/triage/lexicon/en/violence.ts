// Abuse at home. Themes, not sentences, drawn on 22 November 2026 from stored copies of:
// - National Domestic Violence Hotline, signs of an abusive partner (as given at
//   https://www.wtol.com/article/life/domestic-violence-statistics/512-9440d508-498b-4445-94bc-c1f5d7e64552)
// - signs of mortal danger (choking, threats to kill, weapons), as given at
//   https://clearcreekcountyadvocates.com/personality-characteristics-in-domestic-violence and
//   https://www.wichita.gov/353/Domestic-Violence
import type { Cue } from '../../language.ts';

export const violence: Cue[] = [
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'urgent' },
    patterns: `
      choked|strangled|choking|strangling|suffocated|smothered|chokes|strangles me
      hand|hands|arm|arms|belt|cord around|on|at my throat|neck
      grabbed|grabs|squeezed me|my [by] [the] throat|neck
      kill|shoot|murder|stab|finish me|us if|when|and|tonight|today|too
      said|says|saying|threatened|threatens|threatening|swore|promised|will|going ~5 kill|shoot|murder|stab|finish|burn|drown|bury me|us
      said|says|threatened|threatens|threatening ~6 kill|shoot|murder|stab|burn|drown|hurt [@mine] kids|baby|children|son|daughter|family
      threatened|threatens|threatening me|us with [a|his|the] @weapon
      pointed|pointing|points|pulled|pulls|held|holding|holds|waved|put ~2 @weapon ~3 me|us|my|head
      @spouse has|had|got|grabbed|brought a|his|the gun|knife|pistol|rifle|machete
      came at me
      tried|trying|tries|wants to ~1 strangle|choke|kill|suffocate|drown me|us
      @spouse is|has|had [got] a|the|his @weapon
      wants to kill me|us
      is|are|started ~1 hitting|beating|choking|kicking|punching|attacking|strangling me
      breaking|broke|kicking|kicked|banging|smashing ~2 door ~1 down|in
      locked|hiding|hid [myself] [me] in|inside the|my|our bathroom|closet|room|bedroom|car|basement ~8 he|husband|him|boyfriend|ex|kids
      outside my|the|our door|house|window|apartment ~6 says|said|gun|knife|screaming|yelling|kill|burn|banging
      beat|beaten me ~4 unconscious|bad|badly|hospital|half
      burn ~3 house|it down with ~1 us|me
      set|setting ~2 house|me|us on fire
      afraid|scared [he] [that] ~3 kill me|us`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'concern' },
    patterns: `
      hit|hits|hitting|slapped|slaps|pushed|pushes|shoved|shoves|kicked|kicks|punched|punches|beats|beat|grabbed|grabs|shakes|shook|burned|bit|dragged me
      grabs|grabbed|twists|twisted|pulls|pulled my arm|hair|wrist|arms
      threw me|things|something at|into|against|down [me]
      leaves|left bruises
      punched|punches|kicked ~1 hole|holes|wall|walls|door
      checks|reads|searches|monitors ~1 phone|messages|texts|email ~5 every|all|decides|night|day
      goes|going|went through my phone|messages|texts|purse
      decides|controls who|what|where|everything|when
      controls|keeps|takes|took|hides ~2 money|paycheck|finances|bank|cards
      gives me ~4 dollars|allowance|week
      does|will|would|did not let|allow me ~1 see|visit|leave|go|work|talk|have|drive|call|use|out|sleep
      not allowed to see|leave|go|have|work|talk|visit|drive
      afraid|scared|terrified of my @spouse
      afraid|scared|terrified of him|what [when|he]
      calls me crazy|worthless|stupid|fat|names|useless|a|whore
      take|takes|taking the|my kids|children|baby|son|daughter away|from
      threatens|threatened|threatening to take|call|report|leave|hurt|deport
      no judge would
      tracker|gps|airtag on|in my car|bag|phone
      tracks|tracking my phone|location|car
      eggshells
      monitors|tracks|watches everything|every|where
      yells|screams ~2 throws|breaks|hits
      throws|throwing|threw ~2 at me|us
      not [feel] safe at home|here
      afraid|scared|terrified to go|come|be home
      forces|forced|makes|made|forcing me ~2 to|have|into sex|have
      sex when i say|said no|not
      raped|rapes|rape me
      hid|hides|took|takes|burned my passport|papers|documents|ids|phone
      threw|smashed|broke|breaks my phone
      stalking|stalks|following|follows me
      abusive|abuses|abusing me|husband|relationship|partner
      my @spouse is|gets|was [really|very|so] violent|abusive`,
  },
  {
    about: 'violence at home',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      husband|boyfriend|partner|ex|fiance|he hits|beats|hit|beat|chokes|choked|threatens|controls|slaps|slapped|kicks|pushes|hurts her|them|my
      husband|boyfriend|partner|fiance ~2 not let|allow her|them`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'urgent' },
    patterns: `
      had|has|got|took|held|holds|pinned|grabs|lifted|slammed me [up] [against] ~3 by|at ~1 throat|neck
      put|puts|putting a|one|two bullet|bullets in|through me|us|my|her|him
      if he|i can|could not have me|us|you|her ~2 no|nobody|then
      drunk|high|raging|yelling|screaming|furious ~3 throwing|breaking|smashing|punching|kicking|destroying ~10 closet|bathroom|bedroom|locked|hiding|hid|kids|baby|scared
      throwing|breaking|smashing|punching|destroying ~8 locked|hiding|hid|closet|barricaded
      closet|bathroom|bedroom|garage ~2 with the|my|both ~1 kids|baby|babies|children ~6 drunk|yelling|door|throwing|breaking
      loaded|cocked|waves|waving ~2 gun|pistol|shotgun|rifle ~5 me|table|said|told|looked|front
      laid|lays|set|put ~2 gun|pistol|shotgun|rifle ~2 table|bed ~4 said|told|looked|me
      ex|husband|he|boyfriend is ~2 outside|downstairs|here|banging ~3 house|door|apartment|window|place right|now|again|screaming|drunk
      if i call|tell ~2 police|cops|anyone|anybody|911|someone ~5 kill|bullet|shoot|burn|bury|hurt|dead
      if i leave ~4 kill|shoot|burn|bury
      not|never let me|us leave|out|go ~2 alive|tonight
      will not let me|us out|leave ~2 right|tonight|now`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'concern' },
    patterns: `
      app|tracker|tracking|location|airtag|gps|camera|cameras ~4 shows|see|sees|knows|know where i
      tracks|asks where i|am
      calls|texts ~4 if i ~3 more|longer|late|minutes
      checks|searches|scrolls ~1 my phone|texts|messages|dms|email|emails|mileage
      goes|going|looks through my phone|texts|messages|dms|purse|email
      drives|drove|driving|speeds ~1 like ~1 crazy|maniac|insane ~9 scare|scares|scared|us|mad
      drives|drove|driving|speeds ~2 fast|reckless* ~9 scare|scares|scared|punish
      gets|got in my face
      in my face ~6 yell*|scream*|wall|fist|spit*|punch*
      he|husband|boyfriend|partner|ex|spouse says|tells|told|keeps|called|calls ~3 i|me ~1 am|m|a ~2 terrible|bad|horrible|awful|unfit|worthless|useless|stupid|fat|pathetic|disgusting
      nobody|no [one] would|will|is ~2 believe|believes me over
      says|said|threat* ~5 never see|get|hold my|the|our|him|her kids|baby|children|again|son|daughter
      judge|court|cps|everyone|everybody ~1 i ~1 am ~2 crazy|unfit|unstable
      report|call|calls|calling ~2 ice|immigration|cps|dcfs on|if
      show|give|giving|save|keep ~1 him|every|all ~2 receipt|receipts
      receipts for every*|gas|food|anything
      does|will|would not give me [any] money|cash|gas|access
      inside of me ~3 sleep|sleeping|asleep
      gets|got [so|really|very] violent|scary|aggressive when|if|and
      breaks|smashes|throws ~2 things|stuff|dishes|plates|furniture ~4 mad|angry|drunk|upset|when
      killed|hurt|kicked|kicks my|the|our dog|cat|puppy`,
  },
];
