// Stands in until the real one is there: the same door, two phrases.
export interface Finding {
  level: 'none' | 'concern' | 'urgent';
  phrases: string[];
}

export function triage(text: string, language: 'en' | 'es'): Finding {
  const [urgent, concern] =
    language === 'en' ? [/i want to die/i, /i can'?t go on/i] : [/quiero morirme/i, /no puedo más/i];
  const said = urgent.exec(text) ?? concern.exec(text);
  if (!said) return { level: 'none', phrases: [] };
  return { level: urgent.test(text) ? 'urgent' : 'concern', phrases: [said[0]] };
}
