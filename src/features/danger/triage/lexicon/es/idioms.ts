// Usos cotidianos de las mismas palabras. Lo que un modismo cubre nunca es señal.

export const idioms = `
  muero|morir|morirme|muere|moria|mori|muriendo|morirse de|por|del risa|hambre|sueno|sed|frio|calor|verguenza|ganas|amor|nervios|pena|curiosidad|antojo|ternura|aburrimiento|envidia|conocer|ver|ir|probar|comer|susto|cansancio|flojera|tener|saber|la|el|un|una
  me quiero|queria morir|morirme de|con|del
  quiero|quisiera morir|morirme de|con ~1 verguenza|risa|tarea|pena|tanta|tanto|este
  muerta|muerto de|del cansancio|sueno|hambre|risa|miedo|susto|frio|calor|sed|verguenza
  muero por
  me muero por|dentro
  matar|matando|mata|mato el tiempo
  me mata|mato|matan|estan|esta|matando de|el|la|los|las|este|esta|esa|dejarla|dejarlo|ternura|matando
  me esta|estan matando
  me|se mato|mata trabajando|estudiando|por|con|de|en
  se mata
  te|los|las voy a matar
  me va|van a matar cuando|si ~2 vea|vean|se|sepa
  lo|la|los queria|quiero matar es|broma
  la|lo queria matar
  mataria por
  te voy a matar
  de muerte
  mala muerte
  me patea|pateo|patean la panza|barriga
  me patea ~2 noche
  me ahogo con|en|de
  ya no doy mas pecho|teta|clases
  no despierta en|para|de|por|hasta
  matar a besos|carcajadas|cosquillas
  matar dos pajaros
  no puedo mas que
  tomarme mis|la|las|una @pastillas de|para|diario
  llevarme|llevarlo|llevarla ~3 conmigo al|a|cuando|de
  llevarme a ~2 al|conmigo trabajo|al|a
  me pego el|la|un
  se suicido ~4 anos
  murio por suicidio ~4 anos
  dejo de respirar por la
  muerta en vida del
  primero muerta
  prefiero morirme|morir|muerta antes|a|que|de
  para morirse
  pense que me moria
  casi me muero|mato|da
  tragame tierra
  dormir para siempre o
  desaparecer una|un|dos|unos|tres
  no quiero vivir con|en|aqui|sola|junto|mas ~1 suegra|casa|ciudad|mama|departamento
  no quiero vivir con|en
  no quiero estar aqui este|porque|en
  ya no puedo|aguanto|doy [mas] con|este|esta|el|la|los|las|tanto|tanta|esperar|comer|cargar
  no puedo|aguanto|doy|soporto mas con|este|la|el|los|las|tanto|tanta|esperar
  ya no puedo esperar|comer|cargar|tomar|dormir|usar|entrar|ir
  tirar|tire|tiro la|las|el|los basura|toalla|control|ropa|agua|comida
  saltar la|el|en|cuerda|charcos
  me corte el|la|un pelo|dedo|cabello|unas|fleco|mano
  me corte pelando|cocinando|picando
  cortarme el|las|un pelo|cabello|unas|fleco
  me lastime la|el|un rodilla|tobillo|espalda|pie|mano|dedo|cadera|pierna
  se pegue|pega|golpea en|con|la
  le|me pego fuerte|duro|el|la resfriado|gripe|sol|nostalgia|gripa|sueno|fuerte
  me pego|pega ~1 gripe|resfriado|sueno|virus|hambre|nostalgia
  agite|sacudi la|el|las|los botella|sonaja|alfombra|sabana|cobija|mantel
  proyecto|trabajo ~3 suicidio
  el escuadron suicida
  escuadron suicida
  endemoniado|poseido este|quien
  carga ~1 ropa|lavadora|celular|trabajo|electricidad|lavanderia
  me quito|quita el celular jugando|para
  quito ~1 celular jugando
  adios a|al la|los|las|el|cuna|chupon|panal|panales|siesta|biberon
  sin salida a|de emergencia
  nada tiene sentido en la pelicula|serie
  para que sigo comprando
  despertar|despertarlo|despertarla|despertarlos al|a|temprano|tarde|hasta|de|para|cada ~2 bebe|nino|nina|manana|siesta|todos|hijo|hija|seis|siete|noche
  no despertar al|a
  azotea ~3 tender|tendiendo|ropa|lavar|lavando|plantas|fiesta|carne
  puente ~4 trafico|atorada|atorados|festivo|largo
  trafico ~3 puente
  nunca ~1 va a cambiar ~1 panal|panales
  me odio por
  unico que me mantiene|tiene ~1 viva|despierta|aqui es el cafe|cafecito
  me avienta|avento|tira besos|besitos|comida|juguetes|la|una ~1 pelota
  llevo|llevar conmigo al|a|cuando|todos|donde
  lo|la cambiaron ~4 talla|tienda|color|pediatra|doctor|formula|cita|salon
  ya lo decidi ^se
  cansada|harta de todo el|lo|la
  rendi|rindo con el|la|los|las|eso
  mi jefe|jefa ~2 va a matar
  @cosa ~2 va|van a matar
  @cosa ~2 mata|matando|matan
  no puedo mas de ~1 risa|sueno|hambre
  me ahogo
  miedo|panico|terror|nervios ~2 manejar ~1 sola con ~1 el|la|mi|bebe|nina|nino|ella
  # English words one slip away from ours; they are read in English
  suicide|suicidal|suicides
`;
