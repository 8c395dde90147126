import { expect, test } from 'vitest';
import { triage } from './index.ts';

type Case = [level: 'none' | 'concern' | 'urgent', text: string];

const english: Record<string, Case[]> = {
  'intent, plan and act': [
    ['urgent', 'I want to kill myself'],
    ['urgent', "I've been saving up my pills and I have enough"],
    ['urgent', 'I just swallowed a whole bottle of Tylenol'],
  ],
  'passive wishes and hopelessness': [
    ['concern', "I don't want to be here anymore"],
    ['concern', 'My kids would be better off without me'],
    ['urgent', "I don't want to live anymore and tonight is the night"],
  ],
  negation: [
    ['none', 'I would never hurt myself'],
    ['none', "I'm not suicidal, I need a nap"],
    ['concern', "I can't say I don't think about dying"],
    ['urgent', "I can't sleep and I want to die"],
    ['urgent', 'I never told anyone but I want to kill myself'],
  ],
  'the past': [
    ['none', "two years ago I wanted to die, now I'm fine"],
    ['concern', 'I wanted to die last night'],
    ['urgent', 'Two years ago I moved here and I want to die'],
    ['concern', 'I overdosed in 2019. That feeling is creeping back'],
  ],
  'questions put to her': [
    ['none', 'The nurse asked if I think about hurting myself, is that routine?'],
    ['concern', 'The nurse asked if I think about hurting myself. I lied'],
    ['urgent', 'They asked if I am ok and honestly I want to die'],
  ],
  'said in a roundabout way': [
    ['concern', 'they would get over it'],
    ['concern', 'I keep hoping my heart just stops'],
    ['urgent', 'im on the roof of the parking garage'],
    ['urgent', 'how many tylenol would it take'],
    ['none', 'how many tylenol can I take while nursing'],
    ['none', "I can't wait for this pregnancy to be over"],
  ],
  quotation: [
    ['none', 'The character in the book says "I want to die" on page one'],
    ['concern', 'My friend said "I want to die"'],
    ['urgent', 'I am 5\'10" tall and I want to die'],
  ],
  'lessons and announcements': [
    ['none', 'If you or someone you know is thinking about suicide, call 988'],
    ['none', 'They taught us what to do if the baby is not breathing'],
  ],
  'other people': [
    ['concern', 'my sister said she wants to die'],
    ['urgent', "My sister says she's going to kill herself tonight"],
    ['urgent', 'I told my sister that I want to die'],
  ],
  idiom: [
    ['none', 'this traffic is killing me'],
    ['none', 'dead tired'],
    ['none', 'I could murder a coffee'],
    ['none', 'We are dying to meet her'],
    ['none', 'kill me now, she found the recorder'],
    ['none', 'these contractions are going to kill me'],
    ['urgent', 'he is going to kill me'],
    ['none', "she won't be two until May"],
  ],
  'misspellings and slang': [
    ['urgent', 'im gonna kms'],
    ['urgent', 'i wanna unalive myself'],
    ['urgent', 'i want to k*ll myself'],
    ['urgent', 'I want to k1ll mys3lf'],
    ['urgent', 'i wanttt to dieeee'],
    ['concern', 'suiside'],
    ['concern', 'k i l l m y s e l f'],
  ],
  'harm to the baby': [
    ['urgent', "I'm about to shake him"],
    ['urgent', 'I shook her and she is quiet now'],
    ['none', 'I shook the bottle'],
    ['urgent', "my baby isn't breathing"],
  ],
  'intrusive thoughts': [
    ['concern', "I keep having images of dropping the baby, I'd never do it"],
    ['concern', "I'm scared I'm going to hurt my baby"],
  ],
  'signs of psychosis': [
    ['urgent', 'The voices tell me to put the baby in the water'],
    ['urgent', "That baby isn't my baby, they switched her at the hospital"],
    ['none', 'The voices of the kids next door wake him up'],
  ],
  'abuse at home': [
    ['urgent', 'He choked me last night'],
    ['urgent', "My husband said he'll kill me if I leave"],
    ['concern', 'My husband hits me sometimes'],
    ['none', 'My toddler hits me when he is tired'],
    ['none', 'He has never hit me or threatened me'],
    ['urgent', 'He says he will put a bullet in me if I tell anyone'],
    ['concern', 'There is an app on my phone that shows where I go'],
  ],
};

const spanish: Record<string, Case[]> = {
  'intención, plan y acto': [
    ['urgent', 'Me quiero matar'],
    ['urgent', 'Tengo un plan y las pastillas están en el cajón'],
    ['urgent', 'Me tomé todas las pastillas'],
  ],
  'deseos pasivos y desesperanza': [
    ['concern', 'no quiero vivir'],
    ['concern', 'Mis hijos estarían mejor sin mí'],
  ],
  negación: [
    ['none', 'no quiero morir'],
    ['none', 'Nunca jamás me haría daño'],
    ['concern', 'No puedo decir que no pienso en la muerte'],
    ['urgent', 'no sé qué hacer quiero morirme'],
  ],
  pasado: [
    ['none', 'Hace tres años quería morirme y hoy estoy bien'],
    ['concern', 'Anoche quería morirme'],
  ],
  cita: [['none', 'En la novela la protagonista dice "me quiero morir"']],
  'clases y avisos': [['none', 'Si tú o alguien que conoces piensa en el suicidio, llama al 988']],
  'otras personas': [['concern', 'Mi hermana dijo que se quiere morir']],
  modismo: [
    ['none', 'me muero de risa'],
    ['none', 'me muero de hambre'],
    ['none', 'Me muero de sueño'],
    ['none', 'Estamos matando el tiempo'],
    ['none', 'Este calor nos va a matar'],
    ['none', 'No quiero despertar al bebé'],
  ],
  'dicho con rodeos': [
    ['concern', 'pido q ya no amanezca pa mi'],
    ['concern', 'se les pasaria'],
    ['urgent', 'escondanme las pastillas'],
    ['urgent', 'nomas espero q se duerman y me tomo todas las pastillas'],
    ['none', 'Uy, aquí no hay nada de comer'],
  ],
  'preguntas que le hacen': [
    ['none', 'La enfermera me preguntó si pienso en hacerme daño'],
    ['concern', 'La enfermera me preguntó si pienso en hacerme daño y dije que sí'],
  ],
  'ortografía y abreviaturas': [
    ['urgent', 'kiero morirme'],
    ['urgent', 'me boy a suisidar'],
    ['urgent', 'nomas quiero matarme'],
    ['concern', 'ya no puedo mas'],
    ['concern', 'ya no kiero bibir'],
  ],
  'daño al bebé': [
    ['urgent', 'Estoy a punto de sacudirlo'],
    ['urgent', 'Mi bebé no respira'],
    ['none', 'Agité la botella'],
  ],
  'pensamientos intrusivos': [['concern', 'Tengo miedo de hacerle daño a mi bebé']],
  'señales de psicosis': [['urgent', 'Las voces me dicen que meta al bebé al agua']],
  'violencia en casa': [
    ['urgent', 'Anoche me apretó el cuello'],
    ['concern', 'Mi esposo me pega a veces'],
    ['none', 'Mi niño de dos me pega cuando tiene sueño'],
  ],
};

for (const [language, cases] of [
  ['en', english],
  ['es', spanish],
] as const) {
  for (const [about, list] of Object.entries(cases)) {
    test(`${language}: ${about}`, () => {
      expect(list.map(([, text]) => [triage(text, language).level, text])).toEqual(list);
    });
  }
}

test('phrases are the words as written, in their order, each once', () => {
  expect(triage('My Feet are killing me. I WANNA die!! Really, I WANNA die. He choked me', 'en')).toEqual({
    level: 'urgent',
    phrases: ['WANNA die', 'choked me'],
  });
  expect(triage('Ya no puedo MÁS, no quiero vivir', 'es')).toEqual({
    level: 'concern',
    phrases: ['Ya no puedo MÁS', 'no quiero vivir'],
  });
  expect(triage('', 'en')).toEqual({ level: 'none', phrases: [] });
});

test('in a text without any end of a sentence, the words count wherever they stand', () => {
  for (let before = 70; before < 90; before += 1) {
    const tired = 'so tired '.repeat(before / 2) + (before % 2 ? 'today ' : '');
    expect(triage(`${tired}I want to die`, 'en').level, String(before)).toBe('urgent');
    expect(triage(`${tired}I do not want to die`, 'en').level, String(before)).toBe('none');
  }
});

test('a word of the other language is no misspelling of ours', () => {
  expect(triage('The suicide hotline is on the fridge', 'es').level).toBe('none');
  expect(triage('En la película la mamá se suicida al final', 'en').level).toBe('none');
});
