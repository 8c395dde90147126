// Everyday uses of the same words. What an idiom covers is never a cue.

export const idioms = `
  is|are|was|were killing me|us
  killing|kill|killed time
  kills me to|that|when
  will kill me with
  going to kill|murder me when|if ~3 sees|saw|finds|gets
  over my dead body
  kill|killed|murder|kill for a|some|an|four|five|six|one|two|coffee|sleep|nap
  could|would kill|murder|strangle for|a|the|my|printer
  to die for
  my last post about|on|was
  kick|kicks|kicked|kicking|punch|punched|punches me|my ~2 belly|ribs|bladder|stomach ~2 night|inside|weeks|womb
  grabs|pulls|grabbed my hair when|while
  pushed me to
  not wake up to|for|until eat|feed|nurse|anything
  kills me so|with|how|every|lol|haha
  kill|killing myself laughing|trying|at|with|over|to
  need|have|supposed|remember|forgot|want|started to take [my] pills|meds|medication ~1 for|every|daily|with
  take|takes|bring|taking my|the kids|baby|children|son|daughter with me to|on|when i go
  hit|hits|hitting my head|elbow|knee|toe|hand on
  hit him|her|them with|up
  wake up for|until|before|from ~1 school|work|naps|nap|daycare|breakfast|noon
  not wake up for|until|before|from
  die|died|dies|dying laughing
  dying|die|died|dies of laughter|laughing|embarrassment|shame|boredom|cringe|heat|cuteness|curiosity|hunger
  dying to meet|know|see|try|hear|get|go|eat|hold
  dying inside
  almost|nearly|thought|just died
  thought i|we would|was|were ~2 die|dying
  i would die|rather die than|go|of|if
  rather die than
  want to die of
  want to die ~2 embarrassment|embarrassed|cringe
  scared|bored|worried|frightened|tickled to death
  sick to death
  dead tired|gorgeous|on|serious|end|asleep|line|battery
  love|loved|loves [him|her|them] to death
  the death of me
  dressed to kill
  kill two birds|it
  killed|killing|kills it|that
  dead to the world
  project ~3 suicide
  died by suicide ~3 years
  lost ~5 suicide ~3 years|ago|when
  suicide squad|squeeze|prevention|awareness|hotline|lifeline
  career|social|political suicide
  jump on|in|up|around|rope|ship|the|at|for|start|right|back
  jump off|into anything|everything|things|furniture|the couch|bed|pool|swings
  jump in the shower|pool|car
  shoot me now
  hang|hung|hanging myself out
  hanging by a
  drowning in laundry|work|emails|diapers|dishes|bills|debt|paperwork|toys
  end this|it conversation|relationship|pregnancy|engagement|meeting|call
  hit|hits the|me road|up|hard|like|today|with|sack|gym|that|then
  beat me to|at
  beats me
  bite|bit me
  knock|knocked|knocks me out|off
  shook|shake|shakes|shaking|shaken his|her|my|their|the head|hand|hands|bottle|fist|formula|rattle
  drop|dropped|dropping [@mine] @little off|at|to
  throw|threw|throwing him|her|them a|another party|shower|bash
  throw|throwing up
  put|hit ~1 snooze
  take|takes|took me|us with
  my phone died
  battery died
  goodbye to the|his|her|diapers|bottles
  voice of reason
  inner voice
  evil genius
  possessed ~1 i swear
  little devil|monster|demon
  walking on eggshells around the baby
  sleep forever or
  disappear to|into a|the|my
  disappear for a|the|two|three|one|an
  can not do this ~3 thing anymore
  can not take|stand|do|handle this|the ~1 heat|weather|noise|house|job|traffic|pumping|breastfeeding|laundry|mess|commute|snow|cold|humidity
  want to be here for|when|early|by
  do not want to be here at|in
  cut myself shaving|a|some|off|cooking|chopping|slack
  hurt myself at|lifting|running|falling|moving|on
  tired of living with|in|out|here|paycheck
  crime scene
  gun safe|lock|range|control
  grab|grabs|grabbed me a|some|by
  took|take|takes my keys|phone to|for|and
  checked|checks my phone for
  trapped under|in|inside ~2 baby|sleeping|house|car|elevator|weather
  feel nothing below|from|after|until
  hate myself for
  get over it|this and|kids|by|quick
  count|counted|counting ~3 pills for
  traffic on|over|by ~2 bridge|overpass|tracks
  stuck ~4 bridge|overpass
  figured out how|when to|much|many
  waiting for it to stop|end raining|snowing|so|before
  hit me in the face|nose|eye with|today ~1 spoon|truck|toy|block
  never going to change ~1 diaper|diapers|pads|job|name
  only thing ~2 keeping me alive|awake|here is coffee|wine|caffeine|netflix|chocolate
  home to|with|and ~1 god|jesus ~2 church|sunday
  will know when|how
  take|takes to bring|break|lower|get|help|clear|treat|work|feel|kick
  # no near miss of "strangle"
  strange|stranger|bridges
  # Spanish words one slip away from ours; they are read in Spanish
  suicida|suicidas|suicidio|suicidar|suicidarse|suicidarme|suicido
  @thing ~4 kill|killing|murder|kills me|us|them|her|him
  ^kill|^shoot me
  kill|shoot me now
  just|somebody|someone kill|shoot me
  shoot me an|a|the
  said just|kill kill|me [me]
  soul|spirit left my body
  dead inside until|before|without ~2 coffee|noon|caffeine
  scared|afraid|terrified|nervous|anxious|panicky ~2 drive|driving ~4 with|in ~1 baby|her|him|kids|car
  had to cut me
  doctor|they|surgeon ~2 cut me
  empty nest|fridge|handed|stomach
`;
