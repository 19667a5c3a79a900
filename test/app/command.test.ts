import { describe, expect, it } from 'vitest';
import { commandWords } from '../../src/app/command-words.ts';
import { readText } from '../../src/app/read-command.ts';

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

describe('a text longer than anybody types a command', () => {
  it.each(['ask ?', 'what if 1 ', 'next steps in ', 'Dana is the '])('is what was said: %s', (unit) => {
    const text = `${unit}${unit.slice(-2).repeat(125_000)}.`;
    expect(readText(text)).toEqual({ do: 'say', text });
  });
});

describe('a request in a whole sentence', () => {
  it.each([
    ['What are the risks?', { do: 'risks', name: '', page: 1 }],
    ['show me the risks', { do: 'risks', name: '', page: 1 }],
    ['Can you please show us all the risks, please?', { do: 'risks', name: '', page: 1 }],
    ['what are the risks of Voucher Load?', { do: 'risks', name: 'Voucher Load', page: 1 }],
    ['What’s the status of CRM?', { do: 'summary', name: 'CRM' }],
    ['How do we stand?', { do: 'summary', name: '' }],
    ['how do we stand with CRM?', { do: 'summary', name: 'CRM' }],
    ['Where do we stand', { do: 'summary', name: '' }],
    ['Show me the landscape', { do: 'landscape', name: '', page: 1 }],
    ['what are my next steps?', { do: 'next-steps', all: false, page: 1 }],
    ['show me the next steps for CRM', { do: 'next-steps', all: false, page: 1, only: 'CRM' }],
    ['list the integrations', { do: 'integrations', page: 1 }],
    ['show my answers', { do: 'change', page: 1 }],
    ['change voucher load', { do: 'change', name: 'voucher load', page: 1 }],
  ])('is understood: %s', (typed, command) => {
    const { typed: _, ...read } = readText(typed) as { typed?: string };
    expect(read).toEqual(command);
  });

  it.each(['show me the project', 'what is the weather', 'tell me to pause', 'the risks are known'])(
    'changes nothing by the way: %s',
    (text) => {
      expect(readText(text)).toEqual({ do: 'say', text });
    },
  );
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
