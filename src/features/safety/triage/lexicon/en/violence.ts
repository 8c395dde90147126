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
];
