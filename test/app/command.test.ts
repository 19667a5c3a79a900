import { describe, expect, it } from 'vitest';
import { commandWords, readText } from '../../src/app/command.ts';

describe('a typed command', () => {
  it.each(commandWords)('is read as $word, by this word and its others, in any case', ({ word, also }) => {
    const read = readText(word);
    expect(read.do).not.toBe('say');
    for (const phrase of also)
      for (const typed of [phrase, phrase.toUpperCase(), `  ${phrase}  `, `${phrase}!`])
        expect(readText(typed), typed).toEqual(read);
  });

  it('has words of its own', () => {
    const words = commandWords.flatMap(({ word, also }) => [word, ...also]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('takes what stands behind it as it was typed', () => {
    expect(readText('interview  Voucher Load')).toEqual({
      do: 'interview',
      name: 'Voucher Load',
      typed: 'interview  Voucher Load',
    });
    expect(readText('Ask me about API020')).toMatchObject({ do: 'interview', name: 'API020' });
    expect(readText('RISKS API020')).toMatchObject({ do: 'risks', name: 'API020', page: 1 });
    expect(readText('Risks for API020')).toMatchObject({ do: 'risks', name: 'API020' });
    expect(readText('project Florida PALM')).toMatchObject({ do: 'project', name: 'Florida PALM' });
  });
});

describe('other text', () => {
  it.each([
    'nightly',
    'helpful',
    'continue with the old one',
    'adding',
    'nobody. Or somebody!',
    '2 million a day',
  ])('is what was said: %s', (text) => {
    expect(readText(` ${text} `)).toEqual({ do: 'say', text });
  });
});
