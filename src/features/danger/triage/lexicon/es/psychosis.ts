// Señales de psicosis después del parto. Temas, no frases, tomados el 22 de noviembre de 2026 de las fuentes nombradas
// en lexicon/en/psychosis.ts y, en español, de
// http://patedu.com/health/modules_v2/spanish/interactive/postpartum-depression/section2_page11.
import type { Cue } from '../../language.ts';

export const psychosis: Cue[] = [
  {
    about: 'psychosis',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'urgent' },
    patterns: `
      voz|voces ~2 dice|dicen|ordena|ordenan|manda|mandan|exige|exigen|piden|pide|obliga|obligan que|me|a
      dios|jesus|diablo|satanas|angel|angeles|demonio|espiritu ~2 dijo|dice|pidio|ordeno|manda|mando ~4 sacrificar|matar|acabar|ahogar|sacrifique|mate|salvar*
      voz|voces ~2 ordenan|ordena|mandan|dicen ~1 lastimar|matar|ahogar|hacer|tirar|hacerle
      dios|jesus|diablo|angel ~1 quiere que ~3 ahogue|mate|sacrifique|acabe|lastime|salve
      diablo|demonio ~2 dentro|adentro|metido
      voz|voces ~3 que lo|la|le mate|asfixie|ahogue|lastime|tire|haga|mate
      voces quieren que
      sacrificar a mi|mis
      sacarle|sacar|quitarle el|los demonio|diablo|chip
      es el diablo|demonio|anticristo
      poseido|poseida ~4 tengo|hay|debo|y|nadie
      televison|television|tele|radio|celular|noticias ~2 manda|mandan|habla|hablan|envia|envian [mensajes|a]
      mensajes para mi
      me lo|la cambiaron|cambiaron
      cambiaron ~4 hospital
      no es|era mi|mio bebe|hijo|hija
      este|esta bebe no es mio|mi|mia|humano
      un chip ~2 bebe|cabeza|hijo|hija`,
  },
  {
    about: 'psychosis',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      escucho|oigo|escucha|oye|escuchando|oyendo voces|susurros
      escucho|oigo|escuche ~3 susurra|llama|habla|dice ~5 vacia|nadie|sola
      veo|ve|vi ~5 nadie|no ~1 ve|mas|existen|hay [ve]
      me|nos vigilan|espian|observan|persiguen|siguen|graban|escuchan
      vigilando|vigilan|espiando|espian
      no se ~2 real
      que es real
      veo|oigo|escucho cosas que no
      todos|todas|ellos ~1 contra mi
      escucho|oigo|veo ~3 muerto|muerta|fallecido|difunta ~2 hablarme|hablar|habla|llamarme|llama
      oigo|escucho cosas
      fuera de mi cuerpo
      no lo|necesito necesito|dormir
      sin dormir ~4 no lo necesito
      invencible|elegida|poderes
      mente ~3 mil
      bebe no es nuestro|suyo|mio
      envenenando|envenenar
      esta poseido|poseida|endemoniado`,
  },
  {
    about: 'psychosis',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'urgent' },
    patterns: `
      me|nos la|lo cambiaron|robaron ~1 por ~1 otro|otra ^tiene|[nina|nino|bebe]
      ojos|cara|alma ~2 de alguien|otra|otro|extrano ~1 mas|persona
      microfonos|microfono ~2 en|adentro|dentro
      vigilan*|espian*|graban*|escuchan*|siguen|cuentan ~6 para|pa quitar*|llevarse*|robarme*|robarse*
      monitor|paredes|pared|espejo ~1 me|nos habla|hablan|dice|dicen|susurra|manda|ordena
      senales|ordenes ~2 por|en ~1 la|el tele|television|radio|canciones|noticias|monitor|placas|luces
      atras|detras|adentro|dentro ~1 la|las|del pared|paredes|espejo|closet ~3 me|que ~1 dice|habla|dicen|susurra|manda
      sombra|sombras|figura|espiritu|demonio|muerto|muerta ~8 me dice|dicen|ordena|ordenan|manda|mandan|pide|piden que|lo|le
      oigo|escucho ~6 muerto|muerta|murio|difunta|difunto|pared|nadie ~4 me dice|dicen|manda|pide|ordena
      escogio|escojio|eligio|escogieron|eligieron ~1 para|a salvar|guiar|limpiar
      elegida|escogida|elegido ~2 dios|salvar|mision
      no he|duermo|dormido ~3 dias|noches ~8 mejor que nunca
      no he|duermo|dormido ~3 dias|noches ~8 increible|poderosa|invencible
      me|nos quieren|quiere envenenar`,
  },
  {
    about: 'psychosis',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      echa|echan|pone|ponen|echando|poniendo ~1 algo|veneno|polvo en|a mi comida|agua|leche|cafe`,
  },
];
