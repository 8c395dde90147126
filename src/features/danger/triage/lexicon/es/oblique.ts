// Dicho sin las palabras: deseos, despedidas y miedos que no nombran la muerte ni el daño. De las mismas señales
// publicadas que las otras tablas, ampliadas el 22 de noviembre de 2026.
import type { Cue } from '../../language.ts';

export const oblique: Cue[] = [
  {
    about: 'passive wish',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      espero|esperando|ojala|pido|rezo|quisiera ~5 me lleve|lleven|llevara
      que me lleve|llevara [dios]
      si|que dios ~1 me llama|lleve|llevara|recoja
      fingir|fingiendo|finjo ~4 quiero|ganas ~1 vivir|viva
      quiero|quisiera|necesito que ~1 todo se|ya|todo acabe|termine [acabe]
      no cambiaria|pasaria nada ~5 sin|si|yo|no
      si yo|ya no|no estuviera|existiera|estuviera
      cuando|si ~2 no este|estuviera|exista [aqui]
      no quiero ~1 otro dia|manana|mas
      no soporto|aguanto ~1 otro|un|mas dia|noche
      perdi ~2 ganas de|vivir
      no me importa ~3 vivir|morir|morirme|despertar|viva|muera
      muerta por dentro
      pensamientos ~1 oscuros|negros|feos
      cosas oscuras
      no quiero volver|regresar nunca
      no pienso|voy a|regresar|volver regresar|volver
      harta de vivir|todo|mi|estar`,
  },
  {
    about: 'hopelessness',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      nada importa|vale
      dolor ~4 no ~1 para|acaba|termina|aguanto|soporto
      toque|toco fondo
      ya me rendi|rindo
      me rindo
      nadie me quiere|necesita|ama
      mejor|feliz con otra|otro|alguien
      regalando|regalo|regalado sus|mis cosas
      le|les estoy|he arruinando|arruinado ~1 vida
      arruine|arruino todo|su
      no soy ~1 fuerte para seguir|vivir
      no puedo con mi|esta|la vida
      ya para que
      buscado|buscando|busco|busca formas|maneras|como ~1 lastimarse|lastimarme|morir|matarse|matarme|desaparecer`,
  },
  {
    about: 'plan, means, goodbye',
    kind: 'wish',
    levels: { bare: 'urgent' },
    patterns: `
      no paso|llego|aguanto|sobrevivo ~1 de|a|hasta ~1 noche|hoy|manana|semana
      no voy a pasar|llegar|aguantar ~1 de|a|hasta ~1 noche|hoy|manana
      nadie me va a detener
      contando las|los pastillas|pildoras
      frasco|pastillas ~5 contando
      las estoy contando
      manejando|camino|caminando|voy ~1 al|hacia|a rio|puente|mar|lago|vias|barranco ~5 no|nunca|regresar|volver
      saber|enterar*|enteran de mi en las noticias
      mi ultima|ultimo noche|mensaje|publicacion
      ^cuiden|^cuidenme|^cuidame a|mucho ~1 mis|mi ninas|ninos|hijos|hijas|bebe|bebes|nina|nino|hijo|hija
      les encargo a mis|mi
      perdon por lo que voy|hago
      ^diganle|^diganles|^diles ~3 ame|amo|quise
      saben|sepan de mi en las noticias`,
  },
  {
    about: 'suicide',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      ya me corte
      me corte hondo|profundo|ya
      tome|trague|tomo|trago ~2 monton|punado|bola|chorro de ~3 @pastillas
      hijo|hija|nino|nina|bebe|el se trago|tomo|comio|bebio ~6 @pastillas|cloro|pila|veneno|detergente|medicina|suavizante
      brazo|brazos|muneca|munecas sangrando`,
  },
  {
    about: 'self-harm',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      me pellizco|muerdo|quemo|rasguno|arano|golpeo|pego|corto ~3 brazos|piernas|manos|piel|cara|brazo|estomago|misma
      formas de lastimarse|lastimarme|hacerse|hacerme`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      imagen|imagenes|pensamiento|pensamientos|vision|idea ~4 lo|cosas que ~1 podria|puedo|pueda [hacerle]
      imagen|imagenes|pensamientos|ideas ~1 soltarlo|soltarla|dejarlo|dejarla|caer
      miedo ~2 lo que ~1 puedo|podria|pueda [hacer]
      cuchillos|cuchillo|escalera|escaleras|balcon|ventana|tina ~6 imagen|imagenes|pensamientos|ideas
      voy|estoy a punto|explotar de|con explotar|ella|el`,
  },
  {
    about: 'harm to the baby',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      acabo de sacudirlo|sacudirla|pegarle|golpearlo|golpearla|aventarlo
      lo|la acabo de sacudir|golpear|aventar
      le acabo de pegar
      de verdad ~1 le|lo|la haga|hago|lastime|lastimo ~2 dano|algo|bebe
      hijo|hija|bebe|nino|nina se esta|ta ahogando|asfixiando|convulsionando`,
  },
  {
    about: 'psychosis',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      algo|alguien me dice|ordena|pide ~6 matar|mate|ahogue|dano|durmamos|morir
      unica forma|manera de ~1 protegerla|protegerlo|salvarla|salvarlo|salvarlos|protegerlos`,
  },
  {
    about: 'psychosis',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      nos|me echan|ponen|meten|echaron ~2 algo|veneno|gas|camaras
      bebe es de una|otra|un extrana|extrano|mujer
      no reconozco a ~1 bebe|hija|hijo
      leen|controlan|escuchan|leyendo mi|mis|la mente|pensamientos
      camaras en ~2 casa|paredes|cuarto
      traves de un vidrio
      veo mi vida`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'urgent' },
    patterns: `
      apreto|aprieta|apretaba|agarro|agarra ~1 pescuezo|cuello|garganta
      la proxima ~1 no me|la suelta|cuenta|salvo|salvas
      la proxima [vez] me mata
      afuera|abajo|aqui con la|una|su escopeta|pistola|machete|cuchillo
      pateo|pego|golpeo ~2 la|mi panza|barriga|vientre|estomago
      me avento|empujo|tiro por las escaleras
      me va a encontrar`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'concern' },
    patterns: `
      lee|revisa|checa|exige todos|todas|mis|cada ~1 mensajes|mensaje|contrasenas|correos
      nadie mas me aguantaria|querria|quiere|va
      se pone|para|atraviesa|planta en la puerta ~3 salir
      me apreto|agarro|jalo|jalonea|torcio|aprieta|jala ~1 cara|pelo|brazo|cabello|muneca
      ojo morado
      moretones|moreton ~5 el|esposo|novio
      me encierra|encerro|arrastro|escupio|escupe|castiga
      orden de proteccion|restriccion|alejamiento
      pedirle|pedir|pido permiso para
      me quita|quito ~1 tarjeta|dinero|sueldo
      me acusa de
      sabe donde vivo|estoy|trabajo`,
  },
];
