// Daño al bebé: pensamientos no deseados, intención, actos; un bebé en peligro. Temas, no frases, tomados el
// 22 de noviembre de 2026 de las fuentes nombradas en lexicon/en/baby.ts (CDC Hear Her, CDC traumatismo por maltrato,
// Cedars-Sinai) y de http://patedu.com/health/modules_v2/spanish/interactive/postpartum-depression/section2_page11.
import type { Cue } from '../../language.ts';

export const baby: Cue[] = [
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'concern', thought: 'concern', bare: 'none' },
    patterns: `
      hacerle|haga|hacer|haria|hago dano a ~1 @bebe
      hacerle dano
      lastimarlo|lastimarla|sacudirlo|sacudirla|ahogarlo|ahogarla|asfixiarlo|asfixiarla|aventarlo|aventarla|tirarlo|tirarla
      golpearlo|golpearla|pegarle|ahorcarlo|ahorcarla|soltarlo|soltarla|clavarselo|apunalarlo|apunalarla|acuchillarlo|acuchillarla
      acuchillar|clavar|apunalar a ~1 @bebe
      lastimar|sacudir|ahogar|asfixiar|aventar|golpear|apunalar|tirar a ~1 @bebe
      lastimar|sacudir|ahogar ~2 recien|nacido|nacida
      ahogo|asfixio|aviento|suelto|sacudo
      la|lo asfixio|ahogo|aviento|lastimo|sacudo|suelto
      cae el|la|mi bebe`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'urgent', thought: 'concern', bare: 'concern' },
    patterns: `
      matar|ahorcar|estrangular|ahogar|degollar a ~1 @bebe
      matarlo|matarla|matarlos
      deshacerme|deshacerse de el|ella|la|mi|bebe
      aventarlo|aventarla|tirarlo|tirarla|lanzarlo contra|por
      llevarme|llevarla|llevarlo ~4 conmigo`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      le|les quiero|voy [a] hacer dano [a]
      le quiero|voy [a] pegar|golpear|hacer [dano]
      lo|la|los quiero|voy [a] matar|ahogar|sacudir|lastimar|asfixiar|golpear|aventar|tirar
      nos voy a ahogar|matar|tirar
      voy a llevarme|llevarnos ~3 nina|nino|bebe|hija|hijo|conmigo|todos
      me la|lo|los|las voy|quiero a|llevar [llevar] conmigo
      me la|lo|los|las llevo conmigo
      no confio en mi ~3 bebe|noche|hoy|ella|el
      salvo|segura|seguro de mi
      no puedo parar|dejar de lastimarla|lastimarlo|pegarle|golpearlo|golpearla|sacudirlo|sacudirla
      ganas de matar|ahogar|matarlo|matarla ~2 @bebe`,
  },
  {
    about: 'harm to the baby',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      la|lo|los sacudi|sacudio
      sacudi|sacudio a|al ~1 @bebe
      sacudi|sacudio fuerte
      le pegue|pego a|al ~1 bebe|recien
      lo|la golpee|avente|azote|ahogue
      lastime|golpee|avente|azote|ahogue|queme a ~1 bebe|nena|nene|hijo|hija|recien
      le puse|puso ~1 almohada|cobija|mano en|sobre ~1 cara|boca`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      pensamientos intrusivos
      imagenes|pensamientos|ideas horribles|feas|malas|terribles|violentas ~4 bebe|hijo|hija|nino|nina|cae|dano
      imagenes|pensamientos|ideas ~2 de ~3 bebe|hijo|hija|lastimar*|ahogar*
      miedo ~2 sola con ~1 bebe|hijo|hija|el|ella
      miedo ~2 dano a ~1 @bebe
      imagino|imaginar|imaginarme|imaginando|imaginandome que ~3 bebe|hijo|hija ~2 muere|muerto|muerta|cae|ahoga
      casi lo|la sacudo|avento|golpeo|ahogo|aviento|sacudi
      por poco lo|la sacudo|aviento
      escondi|esconder|escondo los|las cuchillos|tijeras
      queria|quise sacudirlo|sacudirla|aventarlo|aventarla|golpearlo|golpearla|pegarle
      quisiera|ojala|desearia que ~2 bebe|hijo|hija|nunca|no no|hubiera|desapareciera [hubiera] [nacido]
      quisiera que desapareciera
      me arrepiento de ~1 haberla|haberlo|tenido|tenerla|ser
      no siento nada por
      no quiero|amo a ~1 bebe
      odio|detesto a mi bebe`,
  },
  {
    about: 'emergency',
    kind: 'act',
    levels: { bare: 'urgent' },
    patterns: `
      bebe|hijo|hija|nino|nina|nacido|nacida [ya] no respira|reacciona
      bebe|hijo|hija|nino|nina dejo de respirar
      no esta respirando
      poniendo|puso|esta|quedo morado|morada|azul
      bebe|hijo|hija|nino|nina ~1 no despierta|reacciona|responde
      no despierta bien
      y no despierta|reacciona|respira
      convulsionando
      esta ~2 flacido|flacida|inconsciente
      sacudi|golpee|pegue|cayo ~8 callada|callado|vomitando|inconsciente|desmayo`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      pensamientos|imagenes|ideas|pensamiento ~1 feos|feas|horribles|malos|malas|terribles|raros ~5 tijeras|cuchillo|cuchillos|escaleras|balcon|ventana|tina|agua|almohada|cuando|cada|con
      lo|la veo|imagino ~1 caer|cayendo|caerse|ahogado|ahogada|ahogandose|sangrando
      miedo|asusto|asusta de|a mi misma|mente|cabeza|pensamientos
      parte de mi ~1 queria|quiere que ~1 se hundiera|ahogara|cayera|muriera
      queria|quise|quisiera que se hundiera|ahogara|cayera|muriera`,
  },
  {
    about: 'harm to the baby',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      le aprete|jale|torci|pellizque|mordi|estruje ~1 brazo|bracito|pierna|piernita|manita|cara|carita|cuello|cabeza ~2 fuerte|duro|recio|feo
      lo|la aprete|jale|estruje|zarandee|zangolotee ~2 fuerte|duro|recio|feo
      lo|la deje ~3 en|adentro ~1 tina|agua|banera ~3 solo|sola|sali|fui
      le tape ~1 boca ~4 llorar|callara|callar|gritar
      a punto de hacerle algo`,
  },
  {
    about: 'harm to the baby',
    kind: 'wish',
    levels: { bare: 'urgent' },
    patterns: `
      no lo|la|los|las voy|pienso|quiero [a] dejar aqui|solo|sola|solos|solas|en ~1 sufriendo|mundo|sufrir
      nos vamos|iremos|irnos ~3 cielo|dios|diosito
      alejenlo|alejenla|alejenmelo|llevenselo|llevensela de|lejos|por|antes
      antes de que ~1 le haga dano|algo
      antes de que lo|la lastime|mate|golpee
      darle|doy|di ~3 @pastillas ~4 yo|mi|mias|juntos|juntas`,
  },
];
