// Getting ready: means at hand, a place, a search, a goodbye, a wound of tonight. After the signs "looking for a way",
// "stockpiling" and "saying goodbye" of the lists named in plans.ts; widened on 22 November 2026 with sentences of a
// second writer.
import type { Cue } from '../../language.ts';

export const readiness: Cue[] = [
  {
    about: 'plan, means, goodbye',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      bottle|pack|box|bag|stash|pile|handful|jar of ~2 @drug ~6 pocket|hand|hands|lap|holding|staring
      holding|held|stare|staring|stared|looking|looked ~1 [at] [the|my|his|a|this|these|all] pills|gun|pistol|rope|razor|noose|blade
      took|take|taking|got|get ~1 gun|pistol|revolver|rifle|rope|noose ~2 out|down|from ~5 hold|held|tonight|drawer|safe|closet|just
      gun|pistol|rifle ~4 i ~1 took|take|got|held|hold|holding ~1 it
      counted|counting|count|lined|lining ~1 out|up|all|the|my ~2 @drug
      @many ~1 @drug ~5 enough|saved
      i am [still|just] [up|out] [sitting|standing|stopped|parked] [here] on|at the|a|this|our ~1 roof|rooftop|ledge|overpass|bridge|tracks|cliff
      sitting|standing|parked|stopped|pulled ~3 at|by|on|under|near|next|above|beside ~2 bridge|overpass|tracks|cliff|ledge|roof|rooftop
      bridge|overpass|ledge|roof|rooftop|cliff|tracks ~8 looking|look|looked|staring down
      looking|staring|stare|thinking ~1 at|about ~1 that|the bridge|overpass|tracks|cliff ~3 again|all|every|differently|lately
      been|keep|kept|keeps looking|staring|driving at|by|past|to ~1 the|that bridge|overpass|tracks|gun|cliff|pills|rope
      bought|buy|buying|got|ordered|ordering ~2 rope|hose|razor|razors|blades|gun|pills ~8 not for
      already figured|worked|know|decided out|how|when|where [how|when|where]
      said|say|saying my goodbyes|byes
      hide|lock ~2 pills|meds|gun|knives|razors ~2 from me
      take ~2 pills|meds|gun|knives|razors away
      not keep|trust @self|alone ~1 with|around|near|alone|tonight ~2 pills|meds|knives|knife|gun|razors|tonight`,
  },
  {
    about: 'plan, means, goodbye',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      google*|googling|look|looked|looking|search*|searching|reading ~3 how many|much|long|high|deep|fast ~8 die|drown|overdose|kill|fatal|lethal|hang|unconscious|dead
      how many|much ~2 @drug ~2 it|would ~1 take|takes
      how many|much ~2 @drug ~4 lethal|fatal|kill
      how high|long|deep|far ~5 fall|jump|drown|bleed ~3 die|out|death|kill
      if|does|whether|how [it] hurts|hurt|painful|long ~3 drown|die|hang|overdose|jump
      does|if|whether|do drowning|hanging|overdosing|jumping|dying hurt|hurts`,
  },
  {
    about: 'self-harm',
    kind: 'act',
    levels: { bare: 'concern' },
    patterns: `
      used|use|using|took ~1 blade|lighter|knife|scissors|needle|glass ~3 on my ~1 arms|arm|legs|leg|thighs|thigh|wrist|wrists|skin|stomach|hips
      used|use|using ~1 razor ~3 on my ~1 arms|arm|thighs|thigh|wrist|wrists|skin|stomach|hips
      used it on my|myself ~1 arms|arm|legs|leg|thighs|thigh|wrist|wrists|skin|stomach|hips|again
      have|had not ~1 cut|harmed in|for|since ~6 tonight|now|again|today|want|urge
      urge|urges to|is|are|came|of ~2 cut|cutting|hurt|harm|burn|back|bad
      keep|keeps|kept looking|staring|thinking at|about the|my|that|it drawer|razor|razors|blade|blades|knives|knife
      new|fresh|more cuts|burns on my`,
  },
  {
    about: 'self-harm',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      cut|cutting ~3 arms|arm|thighs|thigh|legs|leg|wrist|wrists|myself ~6 deeper|deep|blood|bleeding
      not stop cutting|hurting [myself]`,
  },
  {
    about: 'suicide',
    kind: 'act',
    levels: { bare: 'concern' },
    patterns: `
      pumped|pump my|her|his stomach
      overdosed|overdose in|when|at|as|on|after
      woke|waking|ended up in ~2 hospital|icu|er|psych|ward ~5 pills|overdose|tried|attempt
      took|taken|swallowed ~3 pills|bottle ~6 hospital|icu|er|ambulance|woke
      psych ward|hold|unit ~4 suicid*|attempt|tried
      on suicide watch
      goodbye|farewell|suicide|final post|message|text|texts|status|story|video|email|voicemail
      talks|talking|talk|saying|texted|stuff|things|hints|hinting|joked|jokes about|of ending it|things|himself|herself`,
  },
];
