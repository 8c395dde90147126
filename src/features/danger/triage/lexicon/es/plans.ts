// Planes, medios, despedidas, actos en curso, autolesiones. De las mismas listas que suicide.ts, leídas el
// 22 de noviembre de 2026: conseguir un arma o pastillas, despedirse, regalar lo propio, intentos, sobredosis.
import type { Cue } from '../../language.ts';

export const plans: Cue[] = [
  {
    about: 'plan, means, goodbye',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      tengo|tiene un|el|mi plan ~5 @medio|morir|matarme
      tengo|tiene un|el plan para matarme|morir|suicidarme|acabar
      se como lo|hacerlo voy|va|hacer a|hare [hacer]
      guardando|guarde|juntando|junte|acumulando|escondiendo ~3 @pastillas
      tengo ~2 @pastillas|pistola|soga|cuerda|navaja ~1 en la|las mano|manos
      diganles|dile|diles ~1 a mis|mi hijos|hijo|hija|ninos|bebes ~4 perdonen|perdon|amo|quiero|perdone
      junte|tengo suficientes
      suficientes pastillas
      compre|consegui|tengo|compro|encontre la|una|un pistola|cuerda|soga|arma|veneno
      escribi|escribiendo|deje|escrito|escribo ~3 carta|cartas|nota ~4 despedida|hijos|este|adios
      carta|cartas|nota de despedida|adios|suicidio
      cuando ya no este
      este|esta es mi|un adios|despedida
      adios a todos|todas
      adios mundo
      ^cuiden|^cuida|^cuidame a|mucho ~1 mis|mi hijos|bebe|bebes|hija|hijo|ninos
      cuantas|cuanto @pastillas|veneno ~5 morir|morirse|matar|sobredosis
      como matarme|suicidarse|suicidarme|matarse
      manana|pronto no voy a|estare estar|aqui
      no pienso durar|bajar|llegar|vivir
      ya lo|esta decidi|decidido
      parada|sentada|estoy|aqui en [el] puente|vias|azotea|cornisa|techo|borde ~3 mirando|viendo|no|orilla|borde
      en la azotea|cornisa ~4 no|y
      al borde del|de puente|azotea|acantilado
      garaje|cochera|carro ~3 prendido|encendido|motor
      esta noche es la noche
      hoy es el dia
      con|tiene la|una @arma ~1 y|dice dice|que|en
      cuando lean|leas esto`,
  },
  {
    about: 'suicide',
    kind: 'act',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      tome|tomo|tomado|trague|trago|tragarme|tomarme [como] @muchas ~2 @pastillas
      tome|tomo|tomado|trague|trago|tragarme ~1 un|el|medio frasco|bote|blister|caja|botella ~1 entero|entera|completo|de|de
      tome|tomo|tomado|trague|trago muchas|demasiadas|bastantes|un @pastillas|punado
      tome|tomo|trague|trago|bebi ~1 cloro|veneno|raticida|blanqueador
      tome|tomo|tomado una sobredosis
      sobredosis
      corte|corto|cortado las venas|munecas
      me|se corte|corto muy|demasiado hondo|profundo
      no para|deja de sangrar
      sangrando ~4 corte|corto
      intente|intento|intentar|trate|trato|tratar ~1 matarme|matarse|suicidarme|suicidarse|ahorcarme|ahorcarse|colgarme
      intente|intento|intentar|trate|trato|tratar ~1 quitarme|quitarse la vida
      me|se ahorque|colgue|dispare|envenene
      se mato|suicido
      encerro|encerre ~5 pistola|cuchillo|navaja|arma`,
  },
  {
    about: 'suicide',
    kind: 'act',
    levels: { bare: 'concern' },
    patterns: `
      intento de suicidio
      mi|su ultimo|primer intento
      tenia|tuve un plan`,
  },
  {
    about: 'self-harm',
    kind: 'wish',
    levels: { intended: 'urgent', considered: 'urgent', thought: 'concern', bare: 'none' },
    patterns: `
      hacerme|hacerse dano|algo
      lastimarme|lastimarse|cortarme|cortarse|quemarme|herirme`,
  },
  {
    about: 'self-harm',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      me corte|corto|cortaba otra|de|los|las|la|en vez|nuevo|brazos|piernas|bano
      me corte|corto|cortaba otra|de vez|nuevo
      me corte|corto|cortaba los|las|el|la brazos|piernas|brazo|pierna|muslos
      se corta|corto
      me corte anoche|ayer por|otra|de|y|en
      me corte anoche|ayer
      me corte por primera vez
      me|se queme|quemo|corte|lastime|lastimo|corto ~3 proposito|adrede
      autolesion|autolesiones|autolesionarme|autolesiono|autolesionando
      me rasguno|arano|rasco ~3 sangrar
      me golpeo|pego|golpee|pegue ~1 la|en|las cabeza|piernas|la|las|cara [cabeza|piernas|cara|pared]
      me hago|hice|hacia dano
      me lastimo|lastime a|los|las|proposito
      cortes|cortadas|cicatrices en|de ~1 brazos|munecas|piernas`,
  },
];
