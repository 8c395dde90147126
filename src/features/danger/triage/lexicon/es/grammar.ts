// The little words of Spanish: who, when, whether. Written without accents: texts lose theirs before they are read.
import type { Grammar } from '../../language.ts';

export const grammar: Grammar = {
  classes: {
    bebe: 'bebe|nena|nene|hijo|hija|nino|nina|criatura|gemelos|ninos|hijos|chiquito|chiquita|beba|bb|recien|chamaco|chamaca|escuincle|gordo|gorda|gordito|gordita|bebito|bebita|criatura|hijito|hijita|ninito|ninita',
    mi: 'mi|a|al|el|la|mis|los|las|este|esta|su|mija',
    pastillas:
      'pastillas|pastilla|pildoras|medicinas|medicamentos|tabletas|tylenol|paracetamol|ibuprofeno|clonazepam|rivotril|sertralina|somniferos|percocet|xanax|tramadol|oxy|oxicodona|naproxeno|advil|ambien|benadryl|diazepam|alprazolam|pildora',
    muchas:
      'todas|todos|muchas|demasiadas|bastantes|diez|quince|veinte|treinta|cuarenta|cincuenta|cien|15|20|25|30|35|40|50|60|80|100',
    arma: 'pistola|cuchillo|arma|navaja|rifle|machete|martillo|escopeta',
    medio: '@pastillas|pistola|arma|cuerda|soga|navaja|veneno|cuchillo|cloro|puente',
    pareja: 'esposo|marido|novio|pareja|ex|papa|suegro|hermano|concubino|senor',
    quiero: 'quiero|voy|pienso|necesito|tengo|decidi|decidido',
    quiere: 'quiere|va|piensa|quieren|queria',
    cosa: `
      calor|contracciones|contraccion|trafico|jefe|jefa|dientes|espalda|trabajo|tos|alergia|alergias|ninos
      nino|renta|escuela|estomago|caderas|tacones|dieta|espera|clima|frio|pies|cabeza|agruras|escaleras
      pezones|comezon|extractor|ciatica|desvelada|desveladas|sueno|hambre|cuenta|cuentas|curiosidad`,
    quien:
      'enfermera|enfermeras|doctora|doctor|partera|trabajadora|ginecologo|ginecologa|pediatra|psicologa|terapeuta|hoja|cuestionario|clinica',
    dia: 'lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana',
    hoy: 'hoy|ya|ahora|ahorita|manana|noche',
    morir: 'morir|morirme|morirse',
    dano: 'dano|algo',
  },
  carriers: `
    yo|me|te|se|lo|la|le|les|nos|he|ha|han|habia|haber|haya|de|que|en|a|al|el|los|las|un|una|mi|mis|su|sus|con|ganas
    estoy|esta|estaba|estuve|soy|es|era|fue|sido|ser|estar|estado|tener|tengo|tenia|tuve|siquiera|realmente|verdad|nada
    ni|o|y|muy|tan|algo|intencion|intenciones|hacer|haria|hacerle|hacerme|seria|podria|puede|deseo|deseos|plan|planes
    bebe|hijo|hija|nino|nina|tampoco|ningun|ninguna|idea`,
  negators: 'no|nunca|jamas|sin|ni|tampoco|ningun|ninguna',
  concord: true,
  emptyNegations: `
    no puedo decir|negar|mentir que no
    no puedo|pude [parar|dejar] [de]
    no se que|quien|como|donde|cuando|a|si|cuanto
    no es broma|mentira|juego|que
    no solo|se|aguanto|duermo|paro|dejo|tiene
    no te|les voy a mentir
    no tengo a nadie
    ni se|idea
    ni siquiera
    sin dormir|parar|querer|ganas|fuerzas|salida
    sin que`,
  intending: `
    quiero|quiere|quieren|queremos
    voy|va|vamos|van a
    pienso|piensa|planeo|planea|planeando|planear|preparando
    tengo|tiene que
    necesito|necesita
    decidi|decidio|decidido
    estoy lista|decidida|dispuesta
    a punto de
    queria|quise|iba`,
  considering: `
    estoy pensando|considerando
    ando pensando`,
  thinking: `
    pienso|piensa|pense|penso|pensaba|pensar|pensado en|que
    pensamiento|pensamientos|idea|ideas|imagen|imagenes|vision|visiones|intrusivo|intrusivos|pesadillas
    imagino|imagina|imaginar|imagine
    y si|pierdo
    miedo|temo|terror|aterra|asusta|panico
    ganas|impulso|impulsos|necesidad|tentada|urgencia
    siento|sentia|senti|siente
    casi
    por poco
    me veo
    podria|pueda
    cruzo|viene|vienen|vino`,
  hedges: `
    a veces
    en ocasiones
    casi|quizas|quiza|talvez|quisiera|gustaria|desearia
    tal vez
    algunos|algunas|hay dias|noches|ratos
    una parte de mi
    como que
    dan|da|daban|dieron ganas
    hace|hacen querer
    siento que
    hay momentos`,
  pastVerbs: `
    queria|quise|pensaba|pense|sentia|senti|tenia|tuve|estaba|estuve|era|fue|intente|intento|habia|creia|iba|planeaba|hablaba
    deseaba|pegaba|ahorco|dije|dijo|recuerdo|cortaba|escuchaba`,
  farPast: `
    hace ~1 anos|decadas
    anos atras
    hace mucho|tiempo|muchos|muchisimo
    cuando era|tenia ~3 nina|joven|chica|anos|adolescente|soltera|pequena|menor
    cuando tenia 1*|2*
    de nina|joven|adolescente|chica|soltera
    a los 1*|2*
    en aquel|aquella|aquellos entonces|epoca|tiempo|tiempos
    en 19*|20*
    en la secundaria|prepa|universidad
    antes me|yo|sentia|pensaba|queria
    recuerdo cuando|que|una
    me acuerdo de cuando`,
  midPast: `
    el ano|mes|verano|invierno pasado
    la primavera pasada
    hace ~1 meses|mes
    hace un|1 ano
    cuando nacio|naci|di|tuve`,
  recentPast: `
    anoche|ayer|hoy|antier|anteayer|ahorita
    esta manana|semana|tarde|madrugada
    la semana pasada
    hace ~2 dias|horas|hora|minutos|rato|dia
    hace poco
    el lunes|martes|miercoles|jueves|viernes|sabado|domingo
    acabo de`,
  recovered: `
    hoy|ahora|ya estoy|soy|estamos ~1 bien|mejor|feliz|salvo|sana|tranquila
    estoy|estamos ~2 bien|mejor|feliz|salvo|sana|recuperada hoy|ahora|ya
    me recupere
    recuperada|sobria
    se puede salir
    sali adelante
    amo mi vida
    que bueno que ~2 quede|sigo|estoy
    sin hacerlo
    ya no me|lo siento|pienso|hago|quiero asi|eso
    anos limpia|sobria`,
  stillThere: `
    otra vez
    de nuevo
    todavia|aun|sigo|sigue|siguen
    ultimamente
    vuelva|volvio|volvieron|regreso
    cerca otra`,
  returning: `
    vuelve|vuelva|volviendo|regresa|regrese|regresando a [sentir|pasar|empezar]
    siento que ~1 vuelve|regresa|volviendo|regresando
    miedo|temo|terror|asusta ~3 recaer|recaida|vuelva|volver|regrese|repita
    otra vez lo|la mismo|misma
    lo|la mismo|misma de antes|nuevo`,
  now: `
    esta noche
    ahora|ahorita mismo
    este fin
    en este momento`,
  resolved: `
    lo voy a hacer
    voy a hacerlo
    esta vez si|va`,
  jokes: `
    jaja*|jeje*|jiji*|ajaj*|lol|xd
    es broma
    bromeo|bromeando`,
  teaching: `
    libro|libros|novela|pelicula|peliculas|serie|cancion|letra|personaje|podcast|episodio|documental|titular|noticia|noticias
    protagonista|articulo|tesis|ensayo|investigacion|curso|cursos|taller|folleto|cartel|letrero|prevencion|campana
    conferencia|charla|voluntaria|voluntariado|refugio|estadisticas|ensenaron|ensenan|cuestionario|juego|videojuego|abuela
    anuncio|anuncios|espectacular|programa|telenovela|capitulo|cartelon
    si tu o
    o alguien que conoces
    primeros auxilios
    clase|clases de|sobre|donde por|primeros|preparto|parto|para|lactancia
    la clinica`,
  supposing: `
    es verdad|cierto que
    si alguien|alguna|conoces
    si un dia
    que hacer si
    pregunto|preguntan|preguntaron si|por
    que se le dice
    en caso de`,
  asking: `
    @quien ~3 pregunto|preguntan|preguntaron|pregunta|preguntaba si|por|sobre
    preguntan|preguntaron si|por|sobre
    pregunta|preguntas ~3 si|sobre|de`,
  affirming: `
    dije|puse|conteste|conte|marque|digo que si|sip|veces
    le|les menti
    menti|mentir|mintiendo
    no supe|pude que|contestar|decir`,
  joins: 'y|pero|porque|entonces|e',
  self: `
    yo|me|mi|mis|conmigo|quiero|voy|tengo|pienso|estoy|soy|siento|puedo|aguanto|necesito|deje|dejo|hago|creo|tome|corte
    nos|mia|mio|he|nuestro|nuestra`,
  others: `
    hermana|hermano|amiga|amigo|amigas|prima|primo|mama|madre|papa|padre|vecina|vecino|sobrina|tia|tio|companera|cunada
    suegra|alguien|mujer|senora|muchacha|chica|nieta|hijo|hija|comadre|ella|ellos|ellas|dice|dijo|piensa|quiere|va|siente
    esposo|marido|novio|pareja|esposa|jovencita|estudiante|roomie|conto|escribio|publico|mando|habla|tiene`,
  speech: `
    dice|dijo|digo|dije|decir|dicen|decia|cuenta|conto|conte|escribio|escribi|publico|mando|mande|grito|gritaba|susurro|que|si|creo|siento|juro
    pregunto|piensa|pienso`,
  partners: 'esposo|marido|novio|pareja|ex|esposa|novia|hombre|padrastro|concubino|borracho',
  children: `
    bebe|hijo|hija|nino|nina|ninos|hijos|gemelos|hermanito|hermanita|nene|nena|chiquito|chiquita|chamaco
    anitos|anos|meses
    de dos|tres|cuatro`,
  clauseStarters: 'yo|ella|ellos|nosotros|pero|porque',
};
