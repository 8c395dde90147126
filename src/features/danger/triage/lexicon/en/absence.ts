// Being gone, as mothers say it without naming death: what the others would do without her, sleep that lasts, a life that
// will not change. Families of expression rather than sentences, after the signs "being a burden", "no reason to live",
// "feeling trapped" and "unbearable pain" of the lists named in suicide.ts; widened on 22 November 2026 with sentences of
// a second writer.
import type { Cue } from '../../language.ts';

export const absence: Cue[] = [
  {
    about: 'passive wish',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      i would|will ~1 be ~1 relief|blessing
      relief|blessing for|to everybody|everyone|them|him|us|all if|when|without
      better|easier|happier|calmer|lighter|simpler|quieter without me
      they|he|she|everyone|everybody|kids would|will|could ~1 get over it|me
      they|he|she|everyone|everybody|kids would|will ~1 forget ~1 me
      he|they|husband would|could|can|will remarry
      he|they|kids|baby would|could|can|will ~1 find someone|somebody ~1 better|new|else
      have|had|get|need|needs a real|better|different mom|mother|mommy|mama|wife|mum
      deserve|deserves a real|better|new|different|normal|happy|good mom|mother|mommy|mama|wife|mum
      deserve|deserves ~2 mom|mother|mommy|mama|wife|mum who|that
      they|he|she|kids|baby|babies|family|husband|everyone|son|daughter|children ~1 deserve|deserves ~1 better|more
      nobody|no [one] ~3 worry|worrying|deal|dealing|bother|stuck about|with me
      out of everyones|everybodys way|hair|lives
      waste of space|air|oxygen|skin
      worth more dead
      hope|hoping|wish|wishing|pray|praying ~3 heart|body ~2 stop|stops|stopped|quit|quits|gives|fails
      hope|hoping|wish|wishing|pray|praying ~4 not|never wake|open
      not|never care|cared|caring ~1 what happens|happened to me
      not|never care|mind if i ~2 died|die|dead|killed|crashed|gone
      if i got|had|get|have|caught ~1 cancer ~7 fight|relief|treatment|mind|fine
      not think|sure|know i would ~1 fight it
      would not ~1 swerve|brake|flinch
      waiting for it|everything|life ~1 to ~1 be|end|stop [over]
      want|wish|need|wanting to be nothing|gone|dust
      want|wish|ready|wanting|need ~1 to be|go with|to|home ~2 heaven|jesus|god|lord
      close|shut my eyes and ~1 not|never
      tired|sick of being me|here|alive
      not made|meant|cut|built out|for [for] this life|world|earth
      not belong in|on this world|life|earth
      i should not|never have ~1 been born
      i never plan|planned to live ~3 long|old
      only thing|reason|person|one ~2 keeping|keeps|kept|stopping|stops|holding me here|alive
      only thing|person|one ~2 stopping|stops me
      only reason|thing i am|m ~2 here|alive
      only|just alive|breathing because|for
      fade away
      go|going away forever|for [good]|[ever]
      letter|letters|note|video|videos ~4 kids|kid|son|daughter|baby|him|her|them|girls|boys ~5 gone|explain|understand|grows|grown|older|turn|turns|remember
      bills|debts|papers|paperwork|accounts|policy|funeral ~5 so|when|after they|he|she|i ~3 gone|to|worry
      passwords|accounts|policy ~6 in|when|after ~2 gone|happens|anything`,
  },
  {
    about: 'hopelessness',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      nothing ~3 ever|never ~2 better|change|changes|matter|matters
      never [ever] going to change|improve
      never [ever] going to get|be|feel better|ok|okay|happy|normal
      never get|gets|be|feel better|happy|okay|ok [again]
      why am i ~2 here|alive
      why do i ~1 exist|live
      why do i keep trying|going|living|waking
      why [do] [i] [even] bother|keep living|waking
      what is the|my point|purpose of|in me|anything|waking|fighting|tomorrow|staying
      no|the|any|a point|purpose|use|reason in|of|to|for|left living|fighting|anything|wake
      nothing [left] [good] to look forward
      no light at
      i|just|only feel|feeling nothing|hollow|empty
      empty|hollow|numb|dead inside
      no way out
      trapped ~2 life|marriage|body|head
      no fight|will left
      hate being alive|me
      hate|hating myself
      nobody|no [one] ~2 miss|misses|notice|notices|noticed ~1 i|me ~2 gone|here`,
  },
  {
    about: 'passive wish',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      i will|would not be a|your|anyones|their|any ~1 problem|burden|bother ~1 much|soon|after|anymore|long
      after @day|tonight|tomorrow|today ~1 nobody|no|everyone|they ~4 worry|deal|bother|me|problem
      be with jesus|god|lord ~4 morning|tonight|soon|tomorrow
      not think|know|sure if|i|that|whether ~3 be here|around|alive ~3 morning|tomorrow|weekend|christmas|birthday|@day
      ending it @day|tonight|once|when
      @day|tomorrow|tonight ~3 ending it`,
  },
];
