// Prepararse: medios a la mano, un lugar, una búsqueda, una despedida, una herida de esta noche. Según las señales
// «buscar una forma», «juntar pastillas», «despedirse» de las listas nombradas en plans.ts; ampliadas el 22 de noviembre
// de 2026 con las frases de una segunda persona.
import type { Cue } from '../../language.ts';

export const readiness: Cue[] = [
  {
    about: 'plan, means, goodbye',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      frasco|bote|botella|caja|monton|puno de ~1 @pastillas ~5 mano|manos|bolsa|bolsillo|bata|enfrente
      @pastillas ~4 en|aqui ~1 la|mi|enfrente mano|manos|bata|bolsillo
      traigo|agarre|saque|cargo ~1 la|una|mi|el|un pistola|arma|navaja|soga|veneno
      viendo|mirando|miro ~1 el|la|las|los frasco|pastillas|pistola|navaja|soga
      conte|cuento|junte|juntando|contando ~2 todas|las|mis|muchas ~1 @pastillas
      estoy|ando|aqui ~2 en|sobre|arriba el|la|del|de|un|una ~1 azotea|puente|barranco|vias|cornisa
      parada|sentada|estacionada ~2 en|junto|cerca|frente|debajo|del|al ~2 puente|vias|barranco|azotea
      soga|cuerda|mecate|manguera|navajas ~1 y no es
      escondanme|escondeme|quitenme|quitame|guardenme ~1 las|los|la|el @pastillas|cuchillos|pistola|navaja|navajas|cuchillo
      no respondo de|por mi
      no me dejen sola hoy|ahorita
      no me dejen sola esta noche
      perdonenme|perdonen ~2 hijos|hijitos|ninos|bebe|todos ~2 todo|mama|ya|no`,
  },
  {
    about: 'plan, means, goodbye',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      busco|busque|buscando|investigando|googlee|googleando|google ~8 morirse|ahogarse|colgarse|matarse|sobredosis|mortal|mortales|ahorcarse
      busco|busque|buscando|investigando|googlee|googleando|google ~8 no despertar
      cuantas|cuanta|cuanto ~1 @pastillas|veneno ~4 morir|morirse|matar|mortal
      si|cuanto duele|tarda ~2 ahogarse|ahorcarse|colgarse|morir|morirse|desangrarse`,
  },
  {
    about: 'self-harm',
    kind: 'act',
    levels: { bare: 'concern' },
    patterns: `
      use|uso|agarre ~1 navaja|cuchillo|encendedor|aguja|vidrio|tijeras ~4 brazos|brazo|piernas|muslos|pierna|munecas|muneca|piel|estomago
      anos|meses|dias|semanas sin cortarme|lastimarme
      ganas|impulso|impulsos|necesidad de cortarme|lastimarme|quemarme
      no dejo de ver|pensar|mirar ~2 cajon|navaja|navajas|cuchillos|cuchillo
      me|se corte|corto|corta|cortaba ~1 brazos|brazo|piernas|pierna|muslos|munecas`,
  },
  {
    about: 'self-harm',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      me corte|corto ~5 mas|muy|bien hondo|profundo
      no puedo dejar|parar de cortarme|lastimarme`,
  },
  {
    about: 'suicide',
    kind: 'act',
    levels: { bare: 'concern' },
    patterns: `
      lavar|lavaron|lavado el|de estomago
      desperte|despertar|acabe|termine|internaron ~2 hospital|psiquiatrico ~5 pastillas|intente|intento
      encontraron|encontro|hallaron ~5 pistola|soga|pastillas|colgado|colgada
      dar|darse|pegar|pegarse|da|pegarme|darme un tiro|balazo|plomazo
      subio|puso|publico|mando|escribio ~4 adios|despidiendose
      haga|hiciera una|alguna locura|tonteria|barbaridad
      despedirse|despidiendose de todos|nosotros`,
  },
];
