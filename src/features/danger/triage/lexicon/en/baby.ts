// Harm to the baby: unwanted thoughts, intent, acts; a baby in danger. Themes, not sentences, drawn on 22 November 2026
// from stored copies of:
// - CDC, Hear Her: urgent warning signs
//   (https://www.cdc.gov/hearher/resources/news-media/recognizing-urgent-warning-signs.html)
// - CDC, About Abusive Head Trauma (https://www.cdc.gov/child-abuse-neglect/about/about-abusive-head-trauma.html)
// - unwanted thoughts against psychosis: Cedars-Sinai
//   (https://www.cedars-sinai.org/blog/difference-between-postpartum-anxiety-ocd-psychosis.html) and, after Postpartum
//   Support International, https://illuminate-online.com/all-free-resources/perinatal-ocd-and-psychosis
import type { Cue } from '../../language.ts';

export const baby: Cue[] = [
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'concern', thought: 'concern', bare: 'none' },
    patterns: `
      hurt|harm|shake|smother|suffocate|drown|choke|strangle|stab|hit|slap|punch|throw|drop|burn [@mine] [little] @little
      hurting|harming|shaking|smothering|suffocating|drowning|choking|strangling|stabbing|hitting|throwing|dropping|burning [@mine] @little
      snap|lose it|control and|with ~2 @little
      stabbing|killing|shaking [@mine] @little
      put|putting|hold|holding ~2 pillow|blanket over @mine|his|her|its|the face|head|mouth|baby`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'urgent', thought: 'concern', bare: 'concern' },
    patterns: `
      kill|killing|murder|murdering [@mine] @child
      take|taking|bring|bringing her|him|them|us|the [baby] [kids] with me so|when|and|to
      drown|kill|end|killing us|both [both]
      get|getting rid of [@mine] it|baby|him|her
      throw|throwing [@mine] @little against|out|off|down|across`,
  },
  {
    about: 'harm to the baby',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      shook|shaken [@mine] baby|newborn|him|her|son|daughter|twins
      i|we hit|slapped|punched|threw|dropped|burned|choked|smothered [@mine] baby|newborn|infant|son|daughter
      i|we hit|slapped|punched|threw|choked|smothered him|her ~3 hard|wall|floor|bed|face
      put|held ~2 pillow|blanket|hand over @mine|his|her|its face|mouth|nose
      i hurt [@mine] baby|newborn|infant
      if i kill ~2 baby|her|him|them
      about to shake|hurt|hit|throw|snap|smother [@mine] [@little]`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      horrible|scary|awful|disturbing|intrusive|terrible|violent|dark thoughts|images|thought|visions|flashes ~3 baby|newborn|him|her|son|daughter|kids|drown*|hurt*|kill*
      intrusive thoughts
      scared|afraid|terrified ~3 alone with [@mine] baby|him|her|newborn|kids
      afraid|scared of|about myself|what [i] [might|could] [do]
      hide|hid|hidden|hiding|locked [all] the knives|scissors
      i|do not trust myself ~2 with|around|alone
      wish|wishes|wished ~2 baby|she|he|her|him had|was|would|were never|not|disappear [been] [born]
      wish|wished i ~2 never had|have him|her|the|this|kids|children
      regret having @mine|her|him|kids|children
      imagine|imagines|imagining|picture|picturing ~3 dying|dead|drowning|falling|hurt
      imagine|imagining ~2 stops|stopped breathing
      do|not not feel anything|love for|towards @mine|him|her
      do not love|want my|the|this baby
      hate|hating my|the|this baby`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'urgent' },
    patterns: `
      can|do not trust myself ~3 tonight|today|now
      want to hurt|kill|shake|hit|drown|smother [@mine] @little
      not safe with me
      safe from me
      not stop myself|hurting|hitting|shaking ~2 @little
      not stop myself from hurting|hitting|shaking [@mine] @little`,
  },
  {
    about: 'emergency',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      
      baby|newborn|infant|son|daughter ~5 not breathing
      baby|newborn|infant|he|she is ~1 blue|grey|gray and not|limp|cold
      he|she|twins is|has not breathing
      baby|newborn|infant|he|she|son|daughter stopped breathing
      baby|newborn|infant|he|she|son|daughter is|are|has turning|turned|going|gone blue|grey|gray|purple
      turning|turned blue ~4 not|breathe|wake|limp
      baby|newborn|infant|son|daughter ~1 is|are|went|going limp|unresponsive|unconscious
      baby|newborn|infant|he|she|son|daughter will|can not wake [up]
      baby|newborn|infant|he|she|son|daughter can not be woken|roused
      not wake up properly|at
      having a seizure
      shook|hit|dropped|fell ~8 quiet|limp|vomiting|seizing|unconscious`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'concern', thought: 'concern', bare: 'concern' },
    patterns: `
      lose it|control and hurt|hit|shake|throw|slap|smother
      hurt|hit|shake|smother|drown|slap this kid|child|baby|boy|girl
      do something bad|stupid|terrible|awful to [@mine] @little
      let|letting him|her|them|baby slip|sink|drown
      hope|hoped|hoping|wish|wished|wanted ~2 slip|sink|slide under
      see|seeing|picture|picturing|imagine ~2 baby|him|her|them ~1 going|falling|dropping|slipping over|off
      scared|afraid|terrified of my own head|mind|brain|thoughts|hands
      awful|horrible|terrible|violent|sick|scary|ugly|evil thoughts|images|pictures|thought|image ~3 scissors|knife|knives|stairs|window|balcony|bath|tub|pillow|water|come|comes|came|pop|when|while|every`,
  },
  {
    about: 'harm to the baby',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      i squeezed|yanked|jerked|slapped|pinched|bit|twisted|slammed|grabbed his|her|him|the|baby|babys ~2 so|too|really|very hard
      i left [@mine] him|her|them|baby|kids ~2 in ~1 tub|bathtub|bath|pool|water|oven|freezer|trash|dumpster ~4 walked|left|alone
      i covered ~1 mouth|nose ~4 stop|quiet|crying`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'urgent' },
    patterns: `
      we ~2 die together
      take|bring|bringing @mine|him|her|them|us|both [@child] to heaven|jesus|god
      not leave|leaving @mine|him|her|them ~3 in this world
      give|giving|feed ~2 baby|him|her|them|kids ~3 sleeping|ambien|xanax|bleach|poison|oxy
      before i ~2 hurt|shake|kill|harm|throw|hit him|her|baby|them|something
      before i do something bad|stupid|terrible`,
  },
];
