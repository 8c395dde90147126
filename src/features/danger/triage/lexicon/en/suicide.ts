// Suicide, wishes to be dead, hopelessness. Themes, not sentences, drawn on 22 November 2026 from stored copies of:
// - NIMH, Warning Signs of Suicide (as given at https://empowerthrive.org/2024/08/what-are-warning-signs-of-suicide.html)
//   and Frequently Asked Questions About Suicide (https://www.nimh.nih.gov/health/publications/suicide-faq)
// - 988 Lifeline and Suicide Prevention Resource Center (as given at
//   https://www.mmhealth.org/news-and-events/education/warning-signs-of-suicide/)
// - Columbia Protocol: six questions (https://columbiapsychiatry.org/news/simple-set-6-questions-screen-suicide), whose
//   order of gravity (wish, thought, method, intent, plan, behaviour) the levels follow
// - WHO, myths about suicide (as given at
//   https://healthygibraltar.org/mental-health/preventing-suicide-who-global-imperative-september-2016/)
import type { Cue } from '../../language.ts';

export const suicide: Cue[] = [
  {
    about: 'suicide',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'urgent', thought: 'concern', bare: 'concern' },
    patterns: `
      kill|killing|kills @self
      end|ending|ends|take|taking|takes|finish my|her|his|their [own] life|lives
      end|ending|finish|finishing it|everything all
      hang|hanging|shoot|shooting|drown|drowning|poison|stab|unalive @self
      off myself|herself|himself|themselves
      unalive
      commit|committing suicide
      suicidal
      dying by suicide
      slit|slitting|cut|cutting my|her|his wrists|wrist|throat|veins
      kill|killing me too|and`,
  },
  {
    about: 'suicide',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      suicide`,
  },
  {
    about: 'suicide',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'concern', thought: 'concern' },
    patterns: `
      jump off|from|in
      jump
      overdose
      drive|driving|crash|crashing [my] [the] [car] into|off ~1 tree|wall|bridge|truck|traffic|road
      step|stepping|walk|walking in front of|into ~1 train|bus|truck|car|traffic
      die|dying
      do something stupid|bad
      end it|this
      take|taking|swallow|swallowing|down [of] @many ~4 @drug
      take|taking|swallow|swallowing ~2 whole|entire|full ~1 bottle|pack|box
      take|taking|swallow|swallowing a|the [whole] handful|bunch|lot|bottle|box of ~2 @drug
      take|swallow|taking|swallowing [all] [of] [the|my|these] [whole|entire] pills|meds|tablets|bottle`,
  },
  {
    about: 'suicide',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      want|wants|wanted|wanting|need|needs|deserve|ready to [just|really] die
      want|wants|wanted|need to be dead
      want|wants|wanted out of this life
      killing myself @soon
      end|ending it|things [all] @soon
      suicide right now
      suicide is ~2 only way|option|answer
      am [so|actually|really] suicidal
      ending|taking my [own] life @soon
      i ~1 would [much] rather be dead|die than
      i am|m [really] killing myself
      not feel|be|stay|keep ~2 safe with|around|from|alone [with] [myself]
      can not keep @self safe`,
  },
  {
    about: 'passive wish',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      think|thinking|thought|thoughts|dream|dreaming about|of [my] [own] dying|death|suicide|ending
      do|does|did not want|wanted to be here [anymore]
      do|does|did|not not want|wanted to live [anymore]
      do|does|did not want|wanted to ~1 live|exist|be|wake alive|anymore|up
      do|does|did not want|wanted to exist
      not want to live
      no longer|desire|will want|to to|live live|be|exist
      tired of living|life|existing
      done with life|living
      wish|wishes|wished|wishing [that] i|she|he|they was|were|am|is dead|gone|not|never alive|here|born
      wish|wishes|wished|wishing [that] i|she|he was|were|am|had dead|gone|died|disappeared|disappear|vanished
      wish|wishes|wished|wishing [that] i|she|he would|could ~1 die|disappear|vanish|stop
      wish|wished|wishing i was not ~1 alive|here|born
      wish|wishes|wished|wishing ~4 born
      wish|wishes|wished|wishing ~4 existed
      wish ~3 not wake|be
      wish|could|can ~4 go to sleep ~3 not|never wake
      sleep ~3 not|never wake
      never|not wake|waking up again|tomorrow
      did not wake|waking up [tomorrow]
      stop|stopped existing|living
      easier|better|nicer to be|being|if dead|i [was] [were] [dead]
      better off dead|gone
      dying|death would|sounds|seems ~3 relief|peaceful|easier|nice|better|good
      would not mind ~4 dying|died|killed|hit|crashed
      truck|car|bus|train ~1 hit|hits me
      my own funeral
      not|never be|being alive ~3 next|by|much
      not see myself alive|living|being|here
      disappear|vanish for good|ever
      disappear|vanish forever
      not|never feel|deserve|deserving ~1 to|like live|living|alive
      hope|hoping|pray|praying [that] i|she|he do|does not ~1 wake|survive
      hope|hoping|pray|praying [that] i die
      no one|nobody would|will [even] miss|notice|care ~3 me|gone|dead|died
      nobody would|will [even] miss me
      nobody|one would|will care|notice ~2 died|die|die|disappeared|gone|dead
      hate myself and ~4 disappear|die|gone|dead
      just|about|of ~2 not existing|living|waking
      rather be dead|gone
      no [point|use] in|point living|going on
      makes me want to die
      ready to go
      ready for it to end`,
  },
  {
    about: 'hopelessness',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      better|happier off|if|without without|if me|i|her|him [was|were] [gone|dead|not|left]
      better off if|without|with
      happier|better if|when|without i|me|she|he am|was|were|is|left|gone
      better off without
      no|any reason|reasons to live|be|go|stay
      nothing [left] to live for
      nothing left for me
      no|any|without|not hope [left]
      lost|losing|gave|given up|all|my hope
      lost|losing ~2 hope
      given|giving|gave up on life|living|everything|myself
      hopeless
      no|any|see way|a|another out|way
      no|the point anymore|living
      what is the point of|in living|life|being|going
      there is no point
      not see ~2 way out|ending|future|point
      no|any future for me
      burden to|on everyone|everybody|my|the|them|him
      i am [just|such] a burden
      feel|feeling like [such] a burden
      trapped|stuck and|with there|no ~2 way|out
      feel|feeling so|completely|totally trapped
      i am worthless
      feel|feeling [so|completely|totally] worthless
      can not go on
      can not keep going|living|on
      can not do this|life|it anymore
      can not do this|it any longer
      can not take|stand|bear|handle it|this|life|living anymore
      can not live like|this|anymore
      can not see ~2 ending|end|way|future
      deserve|deserves a better mother|mom|mommy|mum
      never remember me
      feel|feeling [so|completely] empty and|inside
      life is ~2 not|pointless|meaningless|over|worth
      life ~2 not worth
      not worth living
      drinking|drink ~6 not have to|feel feel|anything`,
  },
];
