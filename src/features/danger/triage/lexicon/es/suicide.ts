// Suicidio, deseos de morir, desesperanza. Temas, no frases, tomados el 22 de noviembre de 2026 de copias guardadas de:
// - NIMH, Prevención del suicidio (https://www.nimh.nih.gov/health/topics/espanol/prevencion-del-suicidio/index.shtml)
// - enciclopedia A.D.A.M., la de MedlinePlus en español, Suicidio y comportamiento suicida
//   (https://benergy2.adam.com/content.aspx?gid=001554&pid=5&productid=102)
// - signos de advertencia en http://menta.co/conductas-suicidas/ y
//   https://healthhub.crestnerhealth.com/mental-health/symptoms/warning-signs-suicide-and-what-do?language_content_entity=es
// - Protocolo Columbia, por orden de gravedad (https://columbiapsychiatry.org/news/simple-set-6-questions-screen-suicide)
import type { Cue } from '../../language.ts';

export const suicide: Cue[] = [
  {
    about: 'suicide',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'urgent', thought: 'concern', bare: 'concern' },
    patterns: `
      matarme|matarse|suicidarme|suicidarse|ahorcarme|ahorcarse|colgarme|dispararme|envenenarme|inmolarme
      quitarme|quitarse la vida
      acabar|terminar|termino|acabo con mi|su vida|existencia
      acabar|terminar con todo
      suicidio
      suicida|suicidas
      cortarme las venas`,
  },
  {
    about: 'suicide',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      me|m quiero|voy|pienso|necesito [a] matar|suicidar|ahorcar|colgar|disparar|envenenar
      se quiere|va|quieren [a] matar|suicidar|ahorcar|morir
      me quiero|voy|pienso a|quitar quitar|la la|vida vida
      me voy|quiero|pienso [a] quitar la vida
      me voy|quiero|pienso [a] dar|pegar un tiro|balazo
      decidi|decidido [que] morir|morirme|matarme
      me voy|quiero|pienso [a] tomar|tragar @muchas ~3 @pastillas
      me voy|quiero|pienso [a] tomar|tragar ~1 frasco|bote|caja
      me voy|quiero|pienso|puedo [a] cortar las|mis venas|munecas
      me voy|quiero|pienso|puedo [a] tirar|aventar|lanzar|arrojar|echar del|de|al|a|desde|por [un|el|la|una] puente|azotea|ventana|tren|metro|carro|carros|balcon|vias|edificio|vacio|rio
      me quiero|necesito morir
      me queria|quise matar|morir|suicidar
      quiero|quisiera|necesito|quiere [ya] morir|morirme|morirse
      queria|quise morir|morirme|morirse|matarme
      me mato|suicido|ahorco
      hoy|ya termino|acabo con mi|todo vida
      tengo que morir|morirme|matarme
      lista|preparada|decidida para|a morir
      mejor|prefiero|preferiria ~1 estar muerta que
      merezco morir|morirme`,
  },
  {
    about: 'suicide',
    kind: 'wish',
    levels: { intended: 'urgent', thought: 'concern' },
    patterns: `
      saltar|tirarme|aventarme|lanzarme|brincar
      hacer una locura|tonteria|estupidez
      estrellarme|chocar
      tomarme|tragarme ~2 @pastillas|frasco`,
  },
  {
    about: 'passive wish',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      no quiero|quisiera|quiere|queria|deseo vivir [mas|asi|ya]
      ya no quiero|quiere|queria|quisiera vivir|estar|existir|seguir [aqui|viva|viviendo|asi]
      no quiero|quiere|quisiera|queria seguir|estar|existir|despertar [viviendo|viva|aqui] [mas]
      no quiero|queria despertar
      dejar de existir|vivir|respirar
      quisiera|desearia|ojala|quiero|gustaria|prefiero|prefiriria|desear ~1 estar|estuviera|no muerta|viva|existir
      quisiera|ojala|desearia|gustaria ~3 no despertar|despertara|amanecer
      dormirme|dormir y|para ya|no no|despertar|despertar [despertar|mas|nunca]
      ojala|quisiera|desearia ~1 no|nunca hubiera|haber|habia nacido
      no hubiera|haber nacido
      si manana no despierto|amanezco
      no ~2 despierto|amanezco ~4 alivio|mejor
      mas|seria facil|mejor|alivio estar|si muerta|muriera|morirme|morir
      seria|fuera ~1 facil|mejor|alivio ~1 estar|morir|morirme|muriera|muerta
      morir|morirme|muerte seria ~2 alivio|descanso|paz|mejor
      mejor muerta
      pienso|piensa|pensando mucho|siempre|diario|todo en [la] muerte|morir|morirme
      pienso|pensar|pensado|pensando|pensamientos|piensa en|de [la] morir|muerte|morirme|muerta
      desaparecer para siempre
      desaparecer del mundo
      quiero|quisiera desaparecer y
      cansada|harta|cansado de vivir|existir
      no me importaria ~4 atropella*|muriera|morir|morirme|mataran
      nadie me|mi ~1 extranaria|extranara|muerte
      espero|ojala no despertar|despierte|despertara
      a nadie le importaria|importa ~3 muero|muriera|muerta|morir
      me odio ~3 desaparecer|morir|morirme
      prefiero|preferiria estar muerta
      mi propio funeral
      no creo llegar ~2 viva|ano|manana
      no me veo viva|aqui
      ganas de morir|morirme|desaparecer
      sin|perdi ganas|las de|ganas vivir|de [vivir]
      no tengo ganas de vivir
      descansar para siempre`,
  },
  {
    about: 'hopelessness',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      mejor|felices|tranquilos sin mi|ella
      mejor|felices si yo|me no|muero|voy|desaparezco [estuviera|existiera]
      feliz|felices|mejor|tranquilos|tranquila si yo no|desapareciera|desaparezco|muriera|faltara|muero
      bien|mejor|adelante sin mi hasta|mejor|seguro
      arreglarian|estarian|saldrian ~2 sin mi
      nada|nadie tiene sentido
      no tiene sentido [seguir|vivir|nada]
      no le|les|encuentro|veo ~2 sentido|salida
      no veo ~2 salida|futuro|fin
      no hay salida|esperanza|remedio|futuro
      sin salida|esperanza|esperanzas
      soy|siento ~2 carga|estorbo|estorbando
      una carga para
      ya no|ni puedo|aguanto|doy|resisto|soporto [mas]
      no puedo|aguanto|doy|soporto|resisto mas
      no puedo seguir [asi|viviendo]
      perdido|perdi|perder|pierdo ~2 esperanza|esperanzas|fe
      no tengo|hay|queda ~1 esperanza|esperanzas|motivo|motivos|razon|razones
      no me queda ~1 nada|nadie
      no tengo nada que|por ~1 perder|vivir|esperar
      sin motivos|razones para vivir
      para que seguir|vivir|vivo|sigo
      no tengo ~1 fuerzas para|de seguir|vivir|nada
      sin fuerzas para seguir|vivir
      no valgo nada|la
      ni|ganas de vivir
      mas facil si ~1 muriera|muero|estuviera
      no se que hacer con mi vida
      no sirvo para nada
      inutil|basura|fracaso ~2 como|madre|persona
      me siento ~2 atrapada|vacia|inutil|muerta
      atrapada [y] sin|no
      merece|merecen ~1 otra|mejor madre|mama
      ni se acordaria|acordaran de mi
      la vida no|ya tiene|no|vale [sentido|vale]
      cansada de todo|esta|mi [vida]
      para no sentir [nada]`,
  },
];
