// Faltar, dicho como se dice sin nombrar la muerte: lo que harían los demás sin ella, un sueño que dura, una vida que no
// cambia. Familias de expresiones y no frases, según las señales «ser una carga», «no tener razones para vivir»,
// «sentirse atrapada» y «dolor insoportable» de las listas nombradas en suicide.ts; ampliadas el 22 de noviembre de 2026
// con las frases de una segunda persona.
import type { Cue } from '../../language.ts';

export const absence: Cue[] = [
  {
    about: 'passive wish',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      seria|fuera ~2 alivio|descanso para|pa|de todos|ellos|el|mis|mi
      les|le haria ~1 favor si
      descansarian de mi
      viven|vivirian|serian ~2 mejor|bien|felices|tranquilos sin mi
      mejor|felices|tranquilos|bien|descansados|contentos ~1 si yo|me|ya|no ~2 estuviera|existiera|muero|falto|desaparezco
      seria|serviria|sirvo mas|mejor ~1 si ~1 no ~1 estuviera|existiera
      si|cuando yo falte|falto|faltara
      se vuelve|volveria a casar
      encontraria|encontrarian|conseguiria|busque ~1 otra mama|mujer|esposa|madre
      tendria|tendrian|tengan ~1 otra|una ~1 mama|madre ~1 verdad|mejor|buena
      merece|merecen ~1 mama|madre|mujer|esposa que|mejor|buena|normal|feliz
      merece|merecen ~1 algo|alguien|otra mejor|mama
      nadie ~4 preocupar*|preocupe|lidiar|batallar|aguantar ~1 por|de|con mi|conmigo
      ya no les ~2 estorb*|molest*
      ya ~1 no les ~2 dar problemas|lata|molestias
      solo estorbo
      solo doy problemas|lastima|lata|molestias
      valgo mas muerta
      pido|pidiendo|pidiendole|espero|esperando|ojala|rezo|rezando|quisiera ~4 no amanezca|amanecer|despertar|despertarme
      que ~2 corazon ~2 pare|deje
      ya no ~1 amanecer|amanezca
      no me importa|importaria lo que ~1 pase|pasa|pasara conmigo
      no me importa|importaria lo que me pase|pasa|pasara
      da|daria igual ~2 vivir|morir|morirme|vivo|muero|despertar
      si me diera|da|saliera ~1 cancer ~4 no|ni
      no|ni me curaria|defenderia|trataria
      que ya|todo|esto se acabe|termine todo|esto|ya
      que se|ya ~1 acabe|termine todo|esto
      quiero|quisiera|ojala ~1 irme|ir|estar con|al dios|diosito|cielo
      dios|diosito|senor [ya] [por] [favor] llevame|recogeme
      que|ojala ~1 dios|diosito|senor ~1 me llevara|lleve|recoja|llame
      quiero|quisiera|ganas [de] desaparecer|desaparecerme|esfumarme
      me quiero|quisiera desaparecer|esfumar
      cerrar los ojos y ~1 no|nunca
      dormirme|dormir y ~1 no|nunca ~1 despertar|abrir
      no soy|sirvo|naci de|para este|esta mundo|vida
      nunca debi|deberia haber|de nacer|nacido
      no debi haber|de nacer|nacido
      unico que me detiene|frena
      unico que me mantiene|tiene ~1 viva|aqui
      solo sigo viva|aqui por|porque
      canse|cansada de vivir|luchar|existir
      carta|cartas|video|videos|nota ~4 hijos|hijo|hija|nina|nino|bebe|ninos ~5 grande|crezca|crezcan|falte|entienda|entiendan|recuerde
      deje|dejo ~1 todo pagado|arreglado ~2 que
      ya no voy a estar viva|con
      se les pasaria`,
  },
  {
    about: 'hopelessness',
    kind: 'wish',
    levels: { bare: 'concern' },
    patterns: `
      no|ni tiene caso|chiste ~1 vivir|seguir
      no le ~1 caso|chiste a|de seguir|vivir|la
      nunca|nada|jamas ~1 va|voy a cambiar|mejorar|componerse
      nunca ~1 voy a ~1 estar bien
      nunca ~1 voy a salir de esto|esta|aqui
      nunca se ~4 quitar|quita|acabar|acaba|pasar ~2 dolor|tristeza|vacio|angustia|sentimiento
      para que vivo|existo|naci
      para que ~1 sigo|estoy aqui|viva|viviendo
      ya no siento nada
      no siento nada ^ni|^nada|^solo
      vacia|muerta|rota|hueca|apagada por dentro|adentro
      no hay|encuentro|veo|tengo ~1 salida|escapatoria
      ya no puedo con nada|todo
      ya no|ni quiero|tengo fuerzas|ganas|animo ~1 de|pa|para ~1 seguir|vivir|existir
      no quiero sentir ~1 nada|esto|mas
      soy|siento ~1 basura|estorbo
      harta|cansada ~2 vida|vivir|existir
      nadie ~2 daria|notaria [cuenta] ~2 si|falto
      me odio`,
  },
  {
    about: 'passive wish',
    kind: 'wish',
    levels: { bare: 'urgent', thought: 'concern' },
    patterns: `
      manana|@dia|pronto ~2 no ~3 estorb*
      @dia|pronto ~1 ya nadie ~6 mi|conmigo
      estar|vamos|voy|irme|estaremos|estare ~3 con dios|diosito|jesus ~4 hoy|noche|manana|pronto|juntos
      manana ~2 estar|vamos|estare|estaremos ~3 con|junto diosito|dios|jesus
      me voy|ire con diosito|dios|jesus
      no creo|pienso|se ~2 amanecer|amanezca
      cuando lean|leas|encuentren esto
      me despedi de ~1 hijos|todos|ninos|bebe`,
  },
];
