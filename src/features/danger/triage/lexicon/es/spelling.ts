// Short forms and misspellings of Spanish, as typed (small letters, no accents): as meant.
// What merely sounds the same (kiero, bibir, suisidar) needs no row: see sound.ts.

export const spellings = `
q, k, ke: que
xq, pq, porq, xk, pk: porque
x: por
xfa, xfavor, porfa, plis: por favor
m: me
t: te
d: de
n: en
toy: estoy
ta: esta
tas: estas
toi: estoy
pa: para
bb, bbe, vb: bebe
tb, tmb, tbn: tambien
nd, nada: nada
nose: no se
aser: hacer
kro: quiero
qro, qiero, qero, qiiero: quiero
voi: voy
boy: voy
mas: mas
dnd: donde
cn: con
sta: esta
ay: hay
nomas, namas, nomaz: solo
yano: ya no
e, eh: he
ase: hace
asen: hacen
aserme: hacerme
aserlo: hacerlo
aserle: hacerle
ago: hago
orita, horita, aorita, orit: ahorita
vdd, vrdd: verdad
tmbn, tambn: tambien
aki, aqi: aqui
esq, sq: es que
siemp: siempre
nadien, naiden, nadiem: nadie
dormio: durmio
pastiyas, pastillaz: pastillas
pistolon: pistola
troca: carro
peque, peques, chiquillo, chiquillos, plebe, plebes: ninos
wey, guey, vato: hombre
viejo: esposo
sofocar: asfixiar
yorar: llorar
yoro: lloro
llendo: yendo
mequieromorir: me quiero morir
mequieromatar: me quiero matar
kms: matarme
suicidarm: suicidarme
matarm: matarme
morirm: morirme
suicidios: suicidio
celu, cel, telefono, movil: celular
marido: marido
wawa, guagua: bebe
`;

export const guarded = `
  suicidio suicida suicidarme suicidarse suicidar sobredosis matarme matarse quitarme morirme pastillas ahorcarme
  ahorco estrangulo desaparecer esperanza intrusivos asfixiarlo ahogarlo sacudirlo sacudirla sacrificar poseido
  pistola cuchillo despertar borracho pensamientos imagenes horribles microfonos despertarme
  despedida amenazo amenaza embarazada encerrada lastimarme cortarme lastimarlo autolesiones
`;
