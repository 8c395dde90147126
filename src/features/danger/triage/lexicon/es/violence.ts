// Violencia en casa. Temas, no frases, tomados el 22 de noviembre de 2026 de copias guardadas de:
// - Oficina de Prevención de Enfermedades y Promoción de la Salud, señales de alerta de la violencia de pareja
//   (https://odphp.health.gov/espanol/myhealthfinder/viviendo-sanamente/salud-mental-relaciones-otras-personas/preste-atencion-senales-alerta-violencia-relacion-pareja)
// - https://www.womenforwomenfrance.org/es/our-resources/domestic-abuse/understand-abuse/translate-to-spanish-understanding-domestic-abuse
// - y las nombradas en lexicon/en/violence.ts
import type { Cue } from '../../language.ts';

export const violence: Cue[] = [
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'urgent' },
    patterns: `
      me ahorco|ahorca|ahorcaba|estrangulo|asfixio|ahorcando|estrangula
      apreto|apreta|aprieta|apretaba|agarro ~1 cuello|garganta
      manos|mano en|al el|mi cuello [cuello]
      me va|quiere|iba a|matar matar|disparar|quemar|acuchillar [matar]
      me va a matar|disparar|quemar
      miedo ~2 me mate|maten
      golpeandome|pegandome|ahorcandome|amenazandome
      nos va|quiere [a] matar|disparar|quemar
      amenazo|amenaza|amenazaba|amenazado con|de ~1 matarme|matarnos|dispararme|dispararnos|matar|quemar*|cuchillo|pistola
      dijo|dice|juro|grito que ~3 mata|mato|matar|matarme|quemar|disparar
      hoy|si me mata
      me|nos mata si|hoy|esta
      tiene|trae|saco|agarro ~1 pistola|arma|rifle ~4 afuera|puerta|dice|y
      trae|saco|agarro un|una @arma
      me agarro|agarra del|por cuello|el [cuello]
      puso|apunto|saco|amenazo ~2 @arma|pistola
      me apunto|apunta con
      me esta|estan|estaba pegando|golpeando|ahorcando|pateando
      esta pegando|golpeando ~2 a mi
      tumbando|rompiendo|pateando|tirando|golpeando ~1 puerta
      encerrada|escondida en ~1 bano|closet|cuarto|recamara|ropero ~8 esta|el|esposo|novio|tumbando|puerta|golpea|grita
      afuera de mi|la casa|puerta ~8 quemar|matar|gritando|pistola|amenaza
      quemar ~2 con nosotros
      nos va a quemar
      me golpeo|pego hasta|tan`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'concern' },
    patterns: `
      me pega|pegaba|pego|golpea|golpeo|golpeaba|empujo|empuja|avento|jalonea|patea|pateo|cachetea|abofeteo|maltrata
      me dio|da ~1 cachetada|bofetada|golpe|golpes|punetazo|golpiza|patada
      me|mi revisa|lee|checa|esculca ~2 celular|mensajes|correo|telefono|bolsa
      revisa|checa|esculca mi|todo ~1 celular|mensajes|telefono|bolsa
      me volvio|vuelve a pegar|golpear|empujar|gritar|amenazar
      me jaloneo|jalonea|zarandeo|zarandea|pellizca
      me controla|vigila|cela|prohibe|humilla|insulta
      controla|maneja|quita|quito ~2 dinero|sueldo|cuentas|tarjeta
      decide|controla a quien|que|con
      no me deja|permite|dejaba ~1 visitar|salir|ver|trabajar|hablar|ir|manejar|tener|estudiar|sola
      miedo a|de mi @pareja
      tengo miedo|tenerle a|le|del|el ~1 @pareja|miedo
      le tengo|tenemos miedo
      me dice|llama ~1 loca|inutil|gorda|estupida|basura|tonta|puta
      quitar|quita a|los ~1 ninos|hijos|bebe|nina|nino|hija|hijo
      ningun juez
      rastreador|gps en|a [el|mi] [carro|celular|bolsa]
      me obliga|obligo|fuerza|forzo a|para [tener] [sexo|relaciones]
      me violo|viola
      escondio|quito|rompio|tiene mi|el|los|mis pasaporte|papeles|documentos|celular
      amenaza|amenazo|amenazando con llamar|quitarme|dejarme|irse|reportarme|deportarme|migracion
      llamar a|ala migra|migracion
      me sigue|acosa|persigue a|por|en|cuando
      me avienta|avento|tira|lanza cosas|algo|platos
      grita ~3 avienta|rompe|golpea
      no ~3 segura en ~1 casa
      miedo ~1 volver|regresar|llegar|ir a ~1 casa
      no me da dinero
      es|esta|pone [muy] violento|agresivo`,
  },
  {
    about: 'violence at home',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      le pega|golpea|grita ~2 novio|esposo|marido|pareja
      novio|esposo|marido|pareja le|la pega|golpea|controla|amenaza|maltrata
      esposo|novio|marido no la deja`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'urgent' },
    patterns: `
      me tenia|tiene|agarro|agarra|levanto|pesco|cogio|apreto|aprieta ~2 pescuezo|cuello|garganta
      me mete|pega|meto|meter|dar|pegar un|dos balazo|tiro|plomazo|cuchillazo|punalada
      si no ~3 mia|mio|conmigo ~4 nadie
      si le|lo|me|llamo|hablo ~3 policia|dejo|voy|largo ~4 mata|matar|mato|balazo|tiro|quema|quemar|muerta
      borracho|tomado|drogado|furioso ~3 quebrando|rompiendo|aventando|golpeando|gritando|pateando|trae ~8 closet|bano|cuarto|encerrada|escondida|metida|ninos|cuchillo|pistola
      quebrando|rompiendo|aventando|pateando|golpeando ~8 encerrada|escondida|metida
      escondida|escondimos ~3 closet|bano|cuarto|recamara ~2 con|mis ~1 ninos|hijos|bebe|hija|hijo|nina|nino
      me tiene|tienen encerrada|secuestrada|amarrada
      no me deja salir ~3 desde|ahorita
      ex|esposo|marido|novio|pareja esta ~2 afuera|abajo|tocando|golpeando ~4 gritando|tomado|borracho|pistola|esperandome|amenaza*
      me pego|golpeo|pateo ~5 ahorita|orita|desmaye|sangre|sangrando
      hasta que me desmaye|desmayara`,
  },
  {
    about: 'violence at home',
    kind: 'violence',
    levels: { bare: 'concern' },
    patterns: `
      puso|instalo|metio|tiene ~1 aplicacion|app|rastreador|gps|camara|camaras ~4 saber|vigilar*|donde|controlar*
      me marca|reclama|grita|pelea ~1 si|porque ~1 tardo
      maneja|manejaba ~2 loco|recio|rapido|feo ~8 asustarme|asusta|asustarnos|enoja|miedo
      miedo|asusta cuando ~1 toma|enoja|emborracha
      me revisa|esculca|checa|lee ~3 celular|telefono|mensajes|bolsa|whats|whatsapp|facebook
      dice|dicho|grita|repite que soy ~1 mala|inutil|loca|pesima|basura|gorda|tonta|estupida|puta
      que nadie ~1 me va a creer
      dice que ~4 quitar|quita ~2 ninos|hijos|bebe|hija|hijo|nina|nino
      echar|echa|reporta|reportar|avienta ~1 a|con|la ~1 migra|migracion|inmigracion
      no me da ~2 dinero|lana|feria|gastar
      no me deja ~1 salir|trabajar|estudiar|manejar|visitar ~1 ver|ni|sola|a|de
      obliga|obligo|forza|fuerza ~3 relaciones|sexo|acostarme|intimidad
      pide|pedir perdon ~6 vuelve|otra|siempre|veces
      quiebra|rompe|avienta|golpea|patea ~1 cosas|todo|platos|puertas|puerta|pared|muebles ~4 enoja|toma|borracho|pelea*
      cuando se enoja|toma|emborracha ~6 golpea|avienta|rompe|quiebra|pega|miedo|loco
      moretones|moreton|golpeada ~3 vecina|hermana|amiga|prima|comadre
      vecina|hermana|amiga|prima|comadre|cunada ~3 moretones|moreton|golpeada|pega|golpea|maltrata`,
  },
];
