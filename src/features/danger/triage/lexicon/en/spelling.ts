// Contractions, slang and misspellings of English, as typed (small letters, no apostrophes): as meant.

export const spellings = `
im, iam: i am
ive: i have
ill: i will
id: i would
hes: he is
shes: she is
theyre: they are
youre: you are
thats: that is
theres: there is
whats: what is
dont, dnt, donot: do not
doesnt: does not
didnt: did not
cant, cannot, cnt, caint: can not
wont: will not
wouldnt: would not
couldnt: could not
shouldnt: should not
isnt: is not
wasnt: was not
arent: are not
werent: were not
havent: have not
hasnt: has not
hadnt: had not
aint: am not
theyd: they would
theyll: they will
itll: it will
hed: he would
shed: she would
everybodys: everybody is
wanna, wana, wnna: want to
gonna, gunna, gon, gna: going to
gotta: got to
imma, ima, finna: going to
tryna: trying to
kms: kill myself
kys: kill yourself
killmyself: kill myself
killingmyself: killing myself
endmylife: end my life
wanttodie: want to die
iwanttodie: i want to die
unalive, unaliv, unaliving: unalive
sewerslide, sueside, sueicide, suicied, suacide, suicde, sucide, suiside, siucide, suicid: suicide
suicidle, sucidal, sucidial: suicidal
ktfo: kill myself
ctb: kill myself
sh: self harm
selfharm, selfharming, selfharmed: self harm
od, oding: overdose
oded, odd: overdosed
tonite, 2nite, tonigt, 2night, tonihgt: tonight
nite, nght: night
nites: nights
2day: today
2morrow, tmrw, tmr, tomorow: tomorrow
becuz, bcuz, bc, cuz, cos, coz: because
u: you
ur: your
r: are
n: and
y: why
dieing, dyin: dying
diying: dying
killin: killing
hurtin: hurting
thinkin: thinking
goin: going
feelin: feeling
havin: having
nothin: nothing
bf: boyfriend
gf: girlfriend
hubs: husband
dh: husband
idk: i do not know
idc: i do not care
tbh, ngl: honestly
anymor, nomore, nymore: anymore
my self: myself
meself, mysef, mysel, myslef, mysekf: myself
alot: a lot
everythin: everything
betr: better
bby, babby, bb: baby
abt: about
rn: right now
w: with
wit, wth: with
ppl, peeps: people
smth, sth, sumthin, somethin, sumthing: something
somei, sumi, somone, sum1: someone
everyi, evryi, evryone: everyone
noi, noone: no one
jus, jst, juss: just
wen: when
wud, wld: would
cud, cld: could
shud, shld: should
lemme: let me
outta: out of
dunno: do not know
havnt, havent: have not
arnt: are not
wats: what is
hav, hve: have
evrything, everthing: everything
bday: birthday
hosp: hospital
meds, medz: meds
tylonol, tylanol: tylenol
pilz, pillz: pills
knifes: knives
boyfrend, bfs: boyfriend
hisband, husbend: husband
wo: without
`;

export const guarded = `
  kill killing die dying hurt suicide suicidal overdose overdosed strangle strangled strangling worthless hopeless anymore forever himself herself
  myself smother smothering suffocate unalive intrusive possessed sacrifice choking threatened threatens goodbye
  bridge tylenol percocet benadryl microphones whispering bathroom strangling poisoning hopeless burden
  stabbing drowning husband boyfriend tomorrow tonight depressed existing disappear swallowed bleeding killing hurting
`;
