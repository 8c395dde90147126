// Signs of psychosis after birth. Themes, not sentences, drawn on 22 November 2026 from stored copies of:
// - Cedars-Sinai, The Difference Between Postpartum Anxiety, OCD and Psychosis
//   (https://www.cedars-sinai.org/blog/difference-between-postpartum-anxiety-ocd-psychosis.html)
// - Action on Postpartum Psychosis and DSM signs as given at
//   https://hellopostpartum.com/postpartum-psychosis-vs-postpartum-depression/ (delusions, paranoia, voices, no need of
//   sleep, belief that the baby is tied to God or the devil)
import type { Cue } from '../../language.ts';

export const psychosis: Cue[] = [
  {
    about: 'psychosis',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'urgent' },
    patterns: `
      voice|voices ~3 tell|tells|telling|told|order|orders|ordering|command*|commanding|want|wants|say|saying|says me|her|him|us [that] [i] to|must|should|have|need|hurt|kill
      voices|voice ~3 tell|tells|telling|told me|her|him [to] kill|hurt|drown|put|take|end
      god|jesus|devil|satan|angel|angels|demon|demons|spirit ~2 told|tells|telling|wants|orders|ordered|commanded|asked|said me|us ~4 sacrifice|kill|end|hurt|drown|save|burn|die
      sacrifice my|the|our|him|her [@child]
      get|cast|drive|pull|cut|beat the|this|that demon|devil|evil|chip|it out
      demon|devil|chip|evil ~2 in|inside|into my|the|our|him|her [@child]
      baby|son|daughter|he|she is the devil|antichrist|demon|satan
      baby|son|daughter|he|she is evil|possessed ~6 have|must|need|to get|stop|save|kill|nobody|believes|eyes
      tv|television|radio|phone|news|songs ~3 sending|sends|send|giving|talking|speaking [me|to] ~1 message|messages|signs|me
      messages meant for|only me
      switched|swapped|replaced|changed ~1 her|him|them|it|baby ~1 at|in|with
      baby|son|daughter is not my|mine|human|real [baby|son|daughter|own]
      not my [real] baby|son|daughter ~4 switched|swapped|replaced|impostor|stranger`,
  },
  {
    about: 'psychosis',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      hear|hearing|hears|heard voices|whispers|whispering
      hear|hearing|heard ~2 whispering|calling|talking ~5 empty|nobody|no|there|alone
      see|seeing|saw|sees ~5 nobody|no|not|anyone ~2 see|sees|there
      others can not see
      see|seeing|saw things that|nobody
      watching|spying|listening|recording [on] us|me|them through|in
      watched through|by
      out|after to get|me me
      what is real
      not real ~3 anymore
      outside|out|left [of] my body
      do|not not need [to] sleep
      top of the world
      hear|see|hearing|seeing things that are|is not
      everyone|everybody|they|people ~2 plotting|against|conspiring ~1 me|us
      chosen|special mission|powers
      mind|thoughts is|are|keeps ~1 racing|fast
      baby is not ours|mine|hers|his
      poisoning|poisoned my|the|our food|milk|formula
      is possessed|evil`,
  },
  {
    about: 'psychosis',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'urgent' },
    patterns: `
      she|he|this|it|baby is not ~1 my|our|mine [own] daughter|son|child|newborn anymore
      traded|swapped|replaced|exchanged ~1 my|our baby|daughter|son|child
      they traded|swapped her|him
      my|our real baby|daughter|son
      somebody|someone else|elses eyes|face|soul ~2 in|inside|on
      eyes|face|soul ~4 not human
      microphone|microphones|transmitter|transmitters ~2 in|inside|under
      watching|listening|following|reporting|recording|spying ~4 so|to|because they|can|them ~2 take|steal [my|the|our] baby|her|him|kids|daughter|son
      monitor|walls|wall|mirror|vents|ceiling is|are|keeps|keep|was talking|speaking|telling|whispering to|me
      signs|messages|codes|orders|instructions ~1 through the|my ~1 tv|television|radio|songs|monitor|numbers|plates|lights
      shadow|shadows|ghost|demon|spirit|figure|whisper* ~6 tells|telling|told|says|wants me|us|give|to|what
      behind|in|inside the|my wall|walls|mirror|vent|vents ~4 tells|telling|says|talks|whispers|whispering
      hear|hearing ~5 whispering ~5 tells|telling|says|tell
      figure|man|lady|woman|demon ~8 nobody|no [one] ~1 can|else|but ~1 see|sees|hear|hears
      nobody|no [one] else can|could see|hear him|her|them
      chose|chosen|picked|sent ~2 to|and ~1 save|lead|cleanse|warn
      not slept|slept|sleep ~5 days|nights|week ~8 amazing|great|unstoppable|genius|invincible
      puts|putting|slipping|slips something|stuff|poison|drugs ~2 in|into my ~1 food|water|tea|coffee|milk|drink ~6 kill|dead|take
      trying|want|wants to poison|drug me|us|my|our`,
  },
];
