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
      revisa|lee|checa ~2 celular|mensajes|correo|telefono
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
];
