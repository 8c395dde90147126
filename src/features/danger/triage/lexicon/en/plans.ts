// Plans, means, goodbyes, acts under way, self-harm. Drawn, as themes, from the same lists as suicide.ts (making a plan,
// looking for means, stockpiling pills, a weapon, goodbyes, affairs in order), read on 22 November 2026, and from
// AFSP, risk factors and warning signs (as given at https://fox10phoenix.com/news/suicide-risk-factors-and-warning-signs.amp).
import type { Cue } from '../../language.ts';

export const plans: Cue[] = [
  {
    about: 'plan, means, goodbye',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      have|has|got a|my plan ~5 @means|die|bridge
      have|has|got a|my plan to end|die|kill
      have|has|got a|my plan to take her|him|them|us
      know|knows [exactly] how|when i|she|he am|will|would|is ~2 do|doing it
      know|knows [exactly] how to do it
      saved|saving|hoarding|hoarded|stockpiling|stockpiled|collecting|collected ~4 pills|meds|tablets|oxy
      bought|buying|loaded|found|got a|the|my|his gun|rope|pistol|razor|noose|revolver
      i have a|the|my gun|rope|noose|pistol
      pills|gun|rope|razor|knife|noose in my|the hand|hands|lap
      holding|held|staring|looking ~2 pills|gun|rope|razor|noose
      gun|pills|rope|razor ~5 keep|keeps|kept looking|staring|thinking|calling
      ^tell my kids|children|babies|baby|son|daughter|family ~2 sorry|love|loved
      please tell my kids|children|babies|baby|son|daughter|family ~2 sorry|love|loved
      texted|text|said|says|sent ~1 goodbye ~4 phone|answering|message
      fight it|this anymore ~2 going to do it
      have enough|all ~2 pills|meds|tablets
      wrote|written|writing|left|leaving ~2 suicide|goodbye note|letter|letters
      wrote|written|writing|left ~2 letters|letter|note ~5 gone|dead|after
      letters|letter|note for when|after ~2 gone|dead|die
      goodbye|final|farewell note|letter|letters
      this is|as [my] goodbye|farewell
      goodbye everyone|everybody|world|all|forever
      how many ~4 pills|tablets|meds|tylenol ~5 die|kill|overdose|fatal
      how to kill yourself|myself
      ways to kill|end|die
      painless|easiest|quickest way to die|go
      will not be here|around|alive tomorrow|much|anymore|next|by
      not plan|planning on|to ~1 being|be around|here|alive
      tonight|today is the night|day
      made up my mind
      garage ~4 engine|car|motor running
      engine|car running ~3 garage
      on|at|off [the] edge [of] [the] bridge|roof|ledge
      on|at a|the|this bridge ~4 looking|jump|edge|water|staring
      on|at the ledge|roof|rooftop of|and
      sitting|standing|parked|here on|at|by the|a bridge|tracks|ledge|roof|cliff
      passwords ~2 the|my will
      by the time you read
      my last post|message|night
      take care of my kids|babies|baby|children ~3 gone
      with|has the|a @weapon ~2 says|saying|and
      will be together forever ~2 heaven`,
  },
  {
    about: 'suicide',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      took|taken|swallowed|ate|downed [a] [about] @many ~3 @drug
      took|taken|swallowed|downed|drank a|an|the|my|another ~2 whole|entire|full|rest ~2 bottle|box|pack|packet|jar
      took|taken|swallowed|downed a|the|his|her|my bottle|handful|fistful of
      took|taken|swallowed too many|much ~2 @drug
      took|swallowed ~4 @drug ~2 on purpose
      swallowed|drank|drunk ~1 bleach|poison|antifreeze|drano|detergent
      overdosed|overdosing
      my overdose
      cut|slit|sliced my|her|his wrists|wrist|throat|veins
      cut too deep
      bleeding ~5 cut
      cut ~6 not stop bleeding
      bleeding ~3 will not stop
      tried|trying to kill|hang|drown|poison|shoot|end @self|it|my [life]
      attempted|attempting suicide
      tried|attempt to commit suicide|die
      hung|hanged|shot|drowned @self
      noose ~3 neck
      locked ~6 with a|the|his|her gun|pistol|knife|razor
      ending it right now`,
  },
  {
    about: 'suicide',
    kind: 'act',
    levels: { bare: 'concern' },
    patterns: `
      my|her|his [last|first] attempt
      survived ~2 suicide|overdose
      suicide attempt
      had a plan`,
  },
  {
    about: 'self-harm',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'urgent', thought: 'concern', bare: 'none' },
    patterns: `
      hurt|harm|injure|burn|cut|punish @self
      do something to @self`,
  },
  {
    about: 'self-harm',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      hurting|harming|cutting|burning|injuring|starving|punishing @self
      cut @self
      hurt|hurts|cuts|burned|burnt myself|herself|himself on purpose
      burned|burnt|cut|scratched ~6 on purpose
      was|am|been|start|started|starting|still|back|is cutting [again|in|my|last]
      cutting again
      self harm|injury|harming|harmed
      scratch|scratching|scratched|pick|picking ~4 bleed|blood|bleeds
      hitting|hit|punch|punching|slap|slapping|smacking my own|legs|thighs|face|head|arms [head|face|legs]
      bang|banging|hit|hitting|slamming my [own] head [against|into|on] [the] [wall]
      keep|keeps hitting my [own] head
      cuts|scars on her|his|my arms|wrists|legs|thighs|arm|wrist`,
  },
];
