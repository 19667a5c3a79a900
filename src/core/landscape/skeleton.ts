/**
 * What a name looks like: without capitals, marks, dots, spaces and what cannot be seen, and with letters of other scripts,
 * and ones that hardly differ, taken for the Latin ones. Two names that look alike are not therefore one name.
 */
export function skeletonOf(name: string): string {
  return [...name.normalize('NFKD').replace(/[\p{M}\p{Cf}\p{Cc}]/gu, '')]
    .map((letter) => twins.get(letter) ?? twins.get(letter.toLowerCase()) ?? letter.toLowerCase())
    .join('')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Each line: a Latin letter, and what passes for it. */
const twins = new Map(
  [
    'aаαɑａ',
    'bƄьВв',
    'cсϲ',
    'dԁ',
    'eеєё℮εЕ',
    'gɡ',
    'hһнН',
    'jјϳ',
    'kкκК',
    'lіıiι1|ӏІΙ!',
    'mмМ',
    'nпηո',
    'oоο0օσ',
    'pрρ',
    'qԛ',
    'rг',
    'sѕ5ꜱ',
    'tтτТ',
    'uυսцμ',
    'vνѵ',
    'wԝωш',
    'xхχ×',
    'yуүγ',
    'zᴢ2',
  ].flatMap((line) => [...line].map((letter) => [letter, line.slice(0, 1)] as const)),
);
