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
nomas: no mas
yano: ya no
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
  despedida amenazo amenaza embarazada encerrada lastimarme cortarme lastimarlo autolesiones
`;
