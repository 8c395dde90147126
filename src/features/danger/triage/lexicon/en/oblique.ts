// Said without the words: wishes, goodbyes and fears that name neither death nor harm. From the same published signs as
// the other tables (being a burden, saying goodbye, unbearable pain, being trapped, giving things away), widened on
// 22 November 2026 after a first set of sentences in other words had shown how much plain cues miss.
import type { Cue } from '../../language.ts';

export const oblique: Cue[] = [
  {
    about: 'passive wish',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      hope|hoping|pray|praying|wish|wishing ~4 take|takes|took|taken me
      hope|hoping|pray|praying|wish ~3 something|someone ~1 happens|happened to me
      god|lord ~2 take|takes|took|call|calls|called|bring|brings me [home]
      pretend|pretending|faking ~4 be|being|stay|keep alive|living|here
      want|wanting|wish|need it|everything all [to] be|end|stop|over [over]
      want|wants|wanted|wish to not exist|be|wake|feel [here] [alive]
      nothing would change ~4 without|if|i|me
      would ~1 be|do|manage|cope [just] fine|okay|ok|better|well|happier [just] without|if me|i|without
      would manage|cope|survive ~1 without me
      if|when i was|were|am not|no ~1 around|here|alive|longer
      sick|tired of being|staying alive|here
      can not face|bear ~2 another|one|more day|night|week|hour|minute
      lost ~1 will to live|go|fight
      no will to live
      do not care if|whether i live|die|wake|survive
      would|will not argue|fight|mind|care|complain if ~4 died|dead|death|took|take|wake|end
      dead inside
      run away ~2 never come back
      already dead
      dark thoughts|thought|place
      thoughts are|get|getting [so|really|very] dark
      not going|coming back in|home ever
      never going|coming back|home
      better off not|never here|alive|born|existing
      fall asleep ~1 forever`,
  },
  {
    about: 'hopelessness',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      nothing matters [anymore]
      the|this|my pain will never ~1 stop|end
      pain is unbearable|too
      can not take ~2 pain|another|more
      at|hit rock bottom
      done fighting|trying|with everything|being
      nobody|no [one] cares if|about|whether i|me
      nobody|no [one] needs|wants|loves me
      they|kids|baby|he|she|everyone deserve|deserves [someone|somebody] better than me
      deserve|deserves someone|somebody better
      happier|better with somebody|someone|anyone else
      giving|gave away ~1 things|jewelry|belongings|possessions
      failing|failed ~1 everyone|everybody
      i ruin|ruined everything|everyone|everyones
      not strong enough to go|keep|live|do
      i give up on|with life|everything|living|me`,
  },
  {
    about: 'plan, means, goodbye',
    kind: 'wish',
    levels: { bare: 'urgent' },
    patterns: `
      i will|can|do not make|see|survive|last|get ~1 it|past|through|until|till|to ~1 tonight|night|tomorrow|morning|weekend
      will not see tomorrow|morning|christmas|summer
      it is all planned|arranged ~3 gone|die|over
      counting the|my|out [the] pills|tablets
      bottle ~3 open ~3 me
      pills|bottle ~5 counting|lined|open ~3 them|pills
      driving|drive|walking|heading|going to the|a river|bridge|lake|cliff|tracks|ocean ~4 not|never|end|back
      hear|read|see about|of me on|in the news|paper
      i will be gone|dead by|tomorrow|before
      my last night|hours|words alive|on|here|with
      ^look|^watch after|over my kids|girls|boys|babies|baby|children|son|daughter|family
      please look|watch|take after|over|care [of] my kids|girls|boys|babies|baby|children|son|daughter
      ^take care of my girls|boys|kids|babies|baby|children|son|daughter
      sorry for what i am about|going
      forgive me|mommy ~3 goodbye|tonight|do
      ^tell them|her|him ~2 loved
      when you read this`,
  },
  {
    about: 'suicide',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      i already|just cut ~1 deep|deeply|wrist|wrists
      took|taken|swallowed everything ~2 cabinet|medicine|drawer
      swallowed|took|ate|drank ~1 bunch|lot|handful|ton|pile of ~3 pills|meds|medicine|tablets
      son|daughter|baby|toddler|kid|he|she|child|boy|girl swallowed|ate|drank|chewed ~5 pills|pill|medicine|meds|bleach|battery|detergent|poison|tablets
      got into ~2 pills|medicine|meds ~3 swallowed|ate|eaten
      wrist|wrists is|are bleeding
      bleeding badly|bad`,
  },
  {
    about: 'self-harm',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      pinch|pinching|bite|biting|burn|burning|scratch|scratching|cut|cutting|hit|hitting|punch|punching my|her|his own|arms|arm|legs|thighs|skin|wrists|hands|stomach|myself
      ways to hurt|harm @self`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      picture|pictures|image|images|thought|thoughts|vision|visions ~4 letting|let go|happening|hurting|falling ~2 him|her|baby
      picture|pictures|image|images|thought|thoughts|vision ~3 what|things i could|might|would [do]
      afraid|scared|terrified ~2 what i might|could|would|will
      knives|knife|stairs|balcony|window|bathtub|bath ~5 picture|pictures|image|images|thoughts|flashes
      awful|horrible|terrible|violent|sick thoughts|images|pictures about|of ~1 baby|newborn|him|her|hurting|doing|son|daughter
      do not bond|feel ~4 baby|newborn|daughter|son|connected
      could|about to snap`,
  },
  {
    about: 'harm to the baby',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      i just|really|actually shook|hit|slapped|dropped|threw [@mine] @little
      shook|shaking [@mine] @little so|too|really|very|hard [hard]
      squeezed|hit|slapped [@mine] him|her|baby so|too|really|very|hard [hard]
      really|actually hurt|harm this|my|the baby
      really|actually hurt|harm her|him
      baby|newborn|toddler|he|she|son|daughter is choking|unresponsive|unconscious|seizing`,
  },
  {
    about: 'psychosis',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      something|someone|somebody ~1 telling|tells|told me ~5 kill|hurt|end|die|drown
      only way to protect|save|free her|him|them
      hear|hearing ~1 voices|voice ~3 telling|tells|tell|saying|says`,
  },
  {
    about: 'psychosis',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      put|putting|puts something|poison|gas|cameras|chips ~1 in ~2 vents|water|food|milk|walls|house|air
      hear|hearing|see|seeing ~1 dead ~3 talking|speaking|calling|standing|telling
      belongs to a stranger
      baby ~2 stranger
      do not recognize|know my [own] baby|daughter|son|face|myself
      read|reads|reading|hear|hears|control|controls|controlling my thoughts|mind
      cameras in ~2 walls|house|room
      watching my [own] life
      sent by god|the
      i am god|jesus|chosen|already`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'urgent' },
    patterns: `
      squeezed|squeezes|squeezing|pressed ~2 neck|throat
      could not breathe ~6 he|his|hands|neck|throat
      next time ~3 not let|stop|miss|kill|dead|end|worse
      outside|downstairs|here|coming ~1 with a|the|his @weapon|shotgun
      husband|boyfriend|partner|ex|fiance ~1 kicked|punched|hit|kicks|punches ~3 belly|stomach|bump
      pushed|threw me down ~1 stairs
      going to find me|us`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'concern' },
    patterns: `
      reads|checks|wants|demands ~1 every|all ~3 message|messages|text|texts|email|emails|passwords
      nobody|no [one] else would|will ~1 want|put|love|have
      blocks|blocked|blocking ~1 door|doorway|way|car|exit
      grabbed|grabs|squeezed|twisted ~1 face|hair|arm|jaw|wrist|chin so|until|hard [hard]
      black eye
      bruise|bruises ~4 he|husband|boyfriend|partner
      locks|locked|lock me in|out|inside
      pinned|dragged|spat|spit on|me|against
      restraining|protective order
      ask|asking ~1 permission to|before|for
      took|takes|has|hides my card|debit|bank|wallet|car|keys ~2 so|and|can
      accuses me of cheating
      forced himself
      knows where i live|am|work
      made me ~3 sex
      punishes|punish me`,
  },
  {
    about: 'hopelessness',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      looking|looked|searching|searched up|for ways|how ~1 hurt|harm|kill|die|end|disappear`,
  },
];
