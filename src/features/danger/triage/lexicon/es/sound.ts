// Spanish is spelled by ear when it is typed in a hurry: b and v, s and z, c and k, a silent h.

/** Words that sound alike in American Spanish become alike. Takes small letters without accents. */
export function sound(word: string): string {
  return word
    .replace(/(?<!c)h/g, '')
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/c(?=[ei])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/z/g, 's')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/ss+/g, 's');
}
