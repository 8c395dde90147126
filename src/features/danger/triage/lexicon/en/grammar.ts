// The little words of English: who, when, whether.
import type { Grammar } from '../../language.ts';

export const grammar: Grammar = {
  classes: {
    self: 'myself|me|herself|himself|themselves|themself',
    child:
      'baby|newborn|infant|son|daughter|child|kid|kids|children|twins|twin|toddler|girl|boy|babies|bub|lo',
    little: '@child|him|her|them|it|us',
    mine: 'my|the|our|this|a|that',
    means:
      'pill|pills|meds|medication|tablets|gun|pistol|rope|razor|blades|blade|knife|poison|bleach|tylenol|bridge|noose|insulin|xanax|oxy|oxycodone|ambien',
    drug: `pills|meds|tablets|tylenol|ibuprofen|ambien|xanax|oxy|oxycodone|paracetamol|medication|benadryl|aspirin|melatonin|zoloft|insulin
      percocet|vicodin|norco|hydrocodone|tramadol|klonopin|ativan|valium|trazodone|seroquel|advil|unisom|fentanyl|morphine`,
    many: 'all|every|ten|15|20|25|30|35|40|50|60|70|80|90|100|twenty|thirty|forty|fifty|sixty|hundred|dozen|fifteen|handful',
    weapon: 'gun|knife|weapon|pistol|rifle|bat|machete|hammer|axe',
    partner:
      'husband|boyfriend|partner|ex|fiance|hubby|bf|wife|girlfriend|spouse|he|she|dad|father|brother|stepdad',
    spouse: 'husband|boyfriend|partner|ex|fiance|hubby|bf|spouse|he',
    thing: `
      contractions|contraction|traffic|heat|pump|boss|teething|teeth|laundry|job|commute|cough|allergies
      kid|kids|toddler|schedule|daycare|bill|bills|school|stomach|hips|heels|shoes|diet|suspense|wait
      waiting|weather|humidity|cold|back|feet|head|headache|heartburn|stairs|nipples|itching|labor|rash
      reflux|recital|puppy|sciatica`,
    asker:
      'nurse|nurses|doctor|doctors|doc|dr|ob|obgyn|midwife|pediatrician|doula|therapist|provider|worker|form|forms|clinic|office|visit|questionnaire|they',
    day: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend',
    soon: 'tonight|today|tomorrow|now|soon|weekend',
    is: 'is|was|are|be|being|am',
  },
  carriers: `
    do|does|did|have|has|had|having|am|is|are|was|were|be|been|being|ever|really|actually|even|just|so|to|of|about|any|a
    the|that|i|me|my|him|her|it|them|myself|and|or|nor|would|will|could|can|might|may|should|must|some|such|even|still
    once|ever|intention|intentions|desire|plan|plans|act|acting|kind|either|seriously|truly|going|at|all|in|on|get|getting|got`,
  negators: 'not|never|no|without|neither',
  concord: false,
  emptyNegations: `
    not stop|help|know|sure|joking|kidding|lying|only|just|lie|even|sleep|cope|breathe|care
    not going to lie
    no one|joke|idea|joking|doubt|lie|energy|sleep|help
    do not know
    can not keep|go|do|take|stand|handle|stop|help|get
    not|never [been|ever] tell|told|talk|talked|admit`,
  intending: `
    want|wants|wanting|need|needs|going|preparing|plan|plans|planning|decided|ready|intend|have|has|got|trying|about to
    wanted|needed to
    will|shall|must|gotta|ima
    let me
    planning|planned|plan|know|figured|deciding how|where|when [to]`,
  considering: `
    thinking of|about
    considering
    think i should|will`,
  thinking: `
    think|thinks|thought of|about
    thought|thoughts|idea|ideas|image|images|picture|pictures|flash|flashes|visions|vision|nightmares|intrusive|fantasies
    imagine|imagines|imagining|picturing|visualize
    what if
    afraid|scared|terrified|worried|fear|fears|frightened
    urge|urges|tempted|impulse|compulsion
    feel|feels|feeling|felt like
    almost|nearly
    close to
    see|seeing|picture myself
    could snap
    might|could hurt|harm|kill|drop`,
  hedges: `
    sometimes|occasionally|almost|kinda|maybe|perhaps|might|would
    some days|nights|mornings|times
    part of me
    kind|sort of
    makes|made|making me
    feel|feels|feeling|felt like
    every now and
    at times`,
  pastVerbs: `
    wanted|did|was|were|had|felt|thought|used|tried|needed|wished|hoped|kept|planned|went|were|hit|choked|attempted|believed|told`,
  farPast: `
    years ago
    years back
    lifetime|lifetimes|ages ago
    decades|decade ago
    long [time] ago
    when i was ~1 little|young|younger|small|teen*|kid|child|girl|single|student|college|pregnant
    when i was 1*|2*
    as a teen*|kid|child|girl
    used to
    back in|then
    in 19*|20*
    in high|middle school
    in college
    i remember
    a time when
    at my lowest|worst
    growing up`,
  midPast: `
    last year|spring|summer|fall|winter|month
    months|month ago
    year ago
    in|since the|my spring|summer|fall|winter|attempt
    earlier this year
    when my|she|he|we ~3 born|newborn|first`,
  recentPast: `
    last night|week|weekend
    yesterday|today|tonight|earlier
    this morning|week|weekend|afternoon
    days|hours|hour|minutes|day|week ago
    just now
    on monday|tuesday|wednesday|thursday|friday|saturday|sunday`,
  recovered: `
    i am ~2 fine|good|okay|ok|better|well|happy|stable|healthy now|today|again
    now|today i am ~1 fine|good|okay|ok|better|well|happy|safe|stable
    we are ~1 safe
    recovered|recovery|sober
    got|gets better
    grateful|glad|thankful|happy i ~1 stayed|survived|here|lived|alive
    do not feel that way|like
    love my life
    years clean|sober|free
    not for ~2 years
    so wrong`,
  stillThere: `
    again|still|lately
    right now
    coming|comes|came back
    feels close`,
  returning: `
    creeping|creep|crept|coming|comes|come|came|back|returning|returned back|again
    feeling|thoughts|darkness|urge|urges ~2 back|again|returned|returning
    afraid|scared|terrified|worried [that] [of] it|this|that|falling|going|relapsing|relapse ~3 back|again|happens
    afraid|scared|terrified|worried of relapsing|relapse
    same|old feeling|feelings|thoughts
    feel|feeling it|that|like ~2 again`,
  now: `
    tonight|tonite
    right now
    this weekend|evening
    as i write`,
  resolved: `
    i am [really|actually] doing it
    i am [really|actually] going to do it
    i will do it
    mean it this time`,
  jokes: `
    lol|lmao|haha*|hehe*|jk|rofl|lolz
    just kidding|joking
    i am kidding|joking
    obviously joking
    all joking aside`,
  teaching: `
    book|books|novel|movie|movies|film|show|series|song|lyrics|lyric|character|podcast|episode|documentary|headline
    article|paper|thesis|essay|research|training|course|workshop|leaflet|brochure|pamphlet|poster|prevention
    awareness|volunteer|volunteering|statistics|taught|teach|teaches|screens|screening|questionnaire|storage|game|games|hymn
    true crime
    cpr|infant|discharge|birthing class
    class about|on|where|covered
    class ~1 talked|taught|covered
    billboard|billboards|commercial|flyer
    a|the sign ~2 says|said|asks|asking|reads
    dateline|netflix|hulu|soap|telenovela|novela|greys
    the news|sign|clinic
    first aid
    you or someone
    reminder|psa`,
  supposing: `
    is it true
    if you|anyone|anybody|someone|somebody
    asked|asks if|whether|about
    if ~3 ever
    what to do if
    in case
    should ~4 ever
    how would you`,
  asking: `
    @asker ~2 asked|asks|ask|asking [me|us|you|everyone|moms] if|whether|about
    was|got|get|am asked if|whether|about
    question|questions ~3 about|if|whether`,
  affirming: `
    said|say|answered|answer|checked|circled|put|told|nodded|marked|tell|telling [her|him|them] yes|yeah|yep|sometimes|often|lot
    i lied|lie|froze|cried
    lied|lying to|about
    yes to
    did not|couldnt know|answer|tell [what] [the] [truth]`,
  joins: 'and|but|because|so|then',
  self: 'i|me|my|myself|mine|we|us',
  others: `
    sister|brother|friend|friends|cousin|mom|mother|mum|mama|dad|father|neighbor|neighbour|niece|aunt|uncle|coworker
    colleague|roommate|someone|somebody|woman|lady|student|nephew|teenager|teen|son|daughter|girl|client|bestie|bff|sil
    she|he|they|herself|himself|themselves|themself|people|everybody|everyone|mothers|moms
    in law`,
  speech: `
    said|say|says|saying|tell|told|tells|telling|texted|texts|wrote|writes|posted|messaged|whispered|screamed|yelled
    think|thought|believe|mean|feel|felt|that|if|swear|asked|keeps|admit|saying|deny|like|guess|wish|realize|know`,
  partners: 'husband|boyfriend|partner|ex|fiance|hubby|bf|wife|girlfriend|spouse|stepdad|man|dh',
  children: `
    baby|son|daughter|kid|kids|child|children|toddler|boy|twins|newborn|brother|toddlers|preschooler
    year|years|month|months old`,
  clauseStarters: 'i|he|she|they|we|it|nobody|everyone',
};
