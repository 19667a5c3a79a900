import { describe, expect, test } from 'vitest';
import type { Said } from '../../../src/core/interview/answer.ts';
import { type DateReader, isIsoDate, readAnswer } from '../../../src/core/interview/read-answer.ts';
import type { AnswerShape } from '../../../src/core/interview/topic.ts';
import {
  amountOf,
  choice,
  chose,
  dated,
  dateShape,
  multi,
  named,
  option,
  passed,
  peopleShape,
  question,
  textShape,
  ticked,
  unsure,
  wrote,
} from '../builders.ts';

const noDates: DateReader = () => undefined;
const nextFriday: DateReader = (text) => (/friday/i.test(text) ? '2026-11-27' : undefined);

function say(shape: AnswerShape, text: string, readDate = noDates): Said | string {
  const reading = readAnswer(question('t.q', { answer: shape }), text, readDate);
  return reading.ok ? reading.said : reading.why;
}

const failure: AnswerShape = {
  kind: 'choice',
  ordered: false,
  options: [
    option('retry', { text: 'It is sent again', also: ['resend', 'retries'] }),
    option('dead-letter', { text: 'It waits in a queue for somebody', also: ['dead letter', 'parked'] }),
    option('lost', { text: 'Lost, nobody notices', also: ['gone'] }),
    option('unclear', { text: 'Not decided yet', also: ['not decided', 'unknown'] }),
  ],
};

describe('a choice', () => {
  const table: [string, string][] = [
    ['retry', 'retry'],
    ['RETRY', 'retry'],
    ['dead-letter', 'dead-letter'],
    ['It is sent again', 'retry'],
    ['it is sent again.', 'retry'],
    ['  It   is sent\u00a0again ', 'retry'],
    ['resend', 'retry'],
    ['Lost, nobody notices', 'lost'],
    ['2', 'dead-letter'],
    ['2.', 'dead-letter'],
    ['2)', 'dead-letter'],
    ['#2', 'dead-letter'],
    ['option 2', 'dead-letter'],
    ['it waits', 'dead-letter'],
    ['not dec', 'unclear'],
    ['they are parked until Monday', 'dead-letter'],
    ['I think the message is gone', 'lost'],
    ['🙂 resend', 'retry'],
    ['\u200bresend\u202e', 'retry'],
  ];
  test.each(table)('“%s” is the option %s', (text, id) => expect(say(failure, text)).toEqual(chose(id)));

  test.each([
    'parked or lost',
    'it ',
    'it',
    '0',
    '5',
    '99',
    'something else',
    'los lost gone retries',
    'it is not parked',
    'it isn’t parked',
    'more than resend',
    'never gone',
    '',
    '🙂',
    'مرحبا',
  ])('“%s” is no single option, so all of them are listed', (text) => {
    const why = say(failure, text);
    expect(why).toContain('“It is sent again”, “It waits in a queue for somebody”');
    expect(why).toContain('“don’t know”');
  });

  test('counts from one only where no option has the number in its words', () => {
    const delays = choice('at once', '1 min', '15 min', '1 h');
    expect(say(delays, '15 min')).toEqual(chose('15 min'));
    expect(say(delays, '15')).toContain('could not match');
    expect(say(delays, '1')).toContain('could not match');
    expect(say(delays, '3')).toEqual(chose('15 min'));
  });

  test('does not take a bare yes or no for a longer answer that begins with it', () => {
    const agreed: AnswerShape = {
      kind: 'choice',
      ordered: false,
      options: [
        option('in-writing', { text: 'Yes, in writing' }),
        option('told', { text: 'Told, nothing in writing' }),
        option('checked', { text: 'No, and somebody has checked' }),
      ],
    };
    expect(say(agreed, 'yes')).toContain('could not match');
    expect(say(agreed, 'No')).toContain('could not match');
    expect(say(agreed, 'yes, in writing')).toEqual(chose('in-writing'));
    expect(say(choice('yes', 'no'), 'No!')).toEqual(chose('no'));
  });

  test('prefers an option whose very words also mean “I don’t know”', () => {
    expect(say(failure, 'unknown')).toEqual(chose('unclear'));
    expect(say(choice('open', 'closed'), 'Open')).toEqual(chose('open'));
    expect(say(choice('n/a', 'some'), 'n/a')).toEqual(chose('n/a'));
  });

  test('is not decided by a word that two options share', () => {
    const shape: AnswerShape = {
      kind: 'choice',
      ordered: false,
      options: [option('a', { also: ['manual'] }), option('b', { also: ['manual'] })],
    };
    expect(say(shape, 'manual')).toContain('could not match');
  });
});

describe('several options', () => {
  test('do not stand beside one that says that none of them holds', () => {
    const shape: AnswerShape = {
      kind: 'multi',
      options: [option('a'), option('b'), option('none', { text: 'None of these', alone: true })],
    };
    expect(say(shape, 'none')).toEqual(ticked('none'));
    expect(say(shape, 'a,none')).toContain('“None of these” goes with none of the others');
  });

  const use: AnswerShape = {
    kind: 'multi',
    options: [
      option('act-on-it', { text: 'People act on it', also: ['act'] }),
      option('search-and-find', { text: 'Search, and find', also: ['search'] }),
      option('report', { text: 'Reports and analysis', also: ['reports', 'analysis'] }),
      option('keep', { text: 'To keep it', also: ['archive'] }),
    ],
  };
  const table: [string, string[]][] = [
    ['report', ['report']],
    ['keep,act-on-it', ['act-on-it', 'keep']],
    ['search-and-find,keep', ['search-and-find', 'keep']],
    ['search-and-find', ['search-and-find']],
    ['Search, and find', ['search-and-find']],
    ['1, 3', ['act-on-it', 'report']],
    ['4 & 1', ['act-on-it', 'keep']],
    ['reports and archive', ['report', 'keep']],
    ['reports; reports', ['report']],
    ['Reports and analysis', ['report']],
    ['people act on it + archive', ['act-on-it', 'keep']],
  ];
  test.each(table)('“%s” are %j, in the order of the question', (text, ids) => {
    expect(say(use, text)).toEqual(ticked(...ids));
  });

  test.each(['reports and tea', 'keep, 9', 'tea', ',', 'not archive'])(
    '“%s” holds something that is none of them, and nothing is dropped in silence',
    (text) => expect(say(use, text)).toContain('could not match'),
  );
});

describe('not knowing', () => {
  test.each([
    '?',
    '???',
    'TBD',
    'tbc',
    'to be decided',
    "I don't know",
    'I don’t know.',
    'i dont know',
    'I do not know yet',
    'dont know',
    'dk',
    'no idea',
    'Not sure',
    'not sure yet',
    'unsure',
    'unknown',
    'idk',
    'nobody knows',
    'no one knows',
    'Who knows!',
    'still open',
  ])('is said as “%s”, to any kind of question', (text) => {
    for (const shape of [
      choice('a', 'b'),
      multi('a', 'b'),
      amountOf('hours'),
      dateShape,
      peopleShape,
      textShape,
    ])
      expect(say(shape, text)).toEqual(unsure);
  });

  test.each(['skip', 'skip this', 'pass', 'ask me later', 'ask again later'])(
    '“%s” leaves it open',
    (text) => {
      expect(say(amountOf('hours'), text)).toEqual(passed);
      expect(say(peopleShape, text)).toEqual(passed);
    },
  );
});

describe('not applying', () => {
  const table: [string, string | undefined][] = [
    ['n/a', undefined],
    ['N/A.', undefined],
    ['na', undefined],
    ['not applicable', undefined],
    ["doesn't apply", undefined],
    ['It does not apply', undefined],
    ['n/a because we have no ERP', 'we have no ERP'],
    ['n/a, because we have no ERP.', 'we have no ERP'],
    ['N/A – Handled by Finance!', 'Handled by Finance'],
    ['not applicable: old system', 'old system'],
    ['na because İstanbul is closed', 'İstanbul is closed'],
    ['n/a we stopped that', 'we stopped that'],
  ];
  test.each(table)('is said as “%s”, with the note %s', (text, note) => {
    const said = { kind: 'not-applicable', reason: 'other', ...(note ? { note } : {}) };
    expect(say(choice('a', 'b'), text)).toEqual(said);
  });

  test('keeps a note short enough for a card', () => {
    const said = say(textShape, `n/a because ${'🙂'.repeat(900)}`);
    expect(said).toMatchObject({ kind: 'not-applicable', note: '🙂'.repeat(200) });
  });

  test('is not what somebody called Na says, nor free text that begins so', () => {
    expect(say(peopleShape, 'Na Li')).toEqual(named('Na Li'));
    expect(say(textShape, 'Not relevant for credit notes')).toEqual(wrote('Not relevant for credit notes'));
    expect(say(textShape, 'n/a')).toMatchObject({ kind: 'not-applicable' });
  });
});

describe('someone else', () => {
  const table: [string, string][] = [
    ['ask Dana', 'Dana'],
    ['Ask Dana Fox.', 'Dana Fox'],
    ['please ask @Dana', 'Dana'],
    ['better ask the network team', 'the network team'],
    ['Dana knows', 'Dana'],
    ['Dana Fox would know!', 'Dana Fox'],
    ['Li Wei can answer that', 'Li Wei'],
    ["I don't know, ask Dana", 'Dana'],
    ['No idea. Dana knows', 'Dana'],
    ['not sure - maybe ask Dana', 'Dana'],
  ];
  test.each(table)('knows: “%s” names %s', (text, to) => {
    for (const shape of [choice('a', 'b'), amountOf('hours'), dateShape, peopleShape])
      expect(say(shape, text)).toEqual({ kind: 'referred', to });
  });

  test('is not meant by the same words in free text, unless “I don’t know” goes before them', () => {
    expect(say(textShape, 'ask nicely')).toEqual(wrote('ask nicely'));
    expect(say(textShape, 'Dana knows')).toEqual(wrote('Dana knows'));
    expect(say(textShape, 'I don’t know, ask Dana')).toEqual({ kind: 'referred', to: 'Dana' });
  });
});

describe('people', () => {
  const table: [string, string[]][] = [
    ['Dana Fox', ['Dana Fox']],
    ['Dana Fox.', ['Dana Fox']],
    ['Dana Fox and Li Wei', ['Dana Fox', 'Li Wei']],
    ['DFS users (appropriations, releases); agencies', ['DFS users (appropriations, releases)', 'agencies']],
    ['@Dana Fox, @Li Wei; Anderson & Sons', ['Dana Fox', 'Li Wei', 'Anderson', 'Sons']],
    ['Dana und Li', ['Dana', 'Li']],
    ['AP/AR team', ['AP/AR team']],
    ['Dana / Li', ['Dana', 'Li']],
    ['Sandy Brand', ['Sandy Brand']],
    ['Dana, Dana', ['Dana']],
    ['דנה פוקס', ['דנה פוקס']],
    ['李伟', ['李伟']],
    ['Zoe\u0308', ['Zoë']],
    ['\u202eDana', ['Dana']],
  ];
  test.each(table)('“%s” are %j', (text, names) => expect(say(peopleShape, text)).toEqual(named(...names)));

  test.each(['👍', '-', '42', '', ',', "I don't know, Dana?", 'Dana, 42', `Dana ${'x'.repeat(80)}`])(
    '“%s” names nobody that can be asked',
    (text) => expect(say(peopleShape, text)).toContain('I need a name'),
  );

  test.each(['nobody', 'None', 'no one yet', 'niemand'])('“%s” is no name of a person', (text) => {
    expect(say(peopleShape, text)).toContain('If there is nobody yet');
  });
});

describe('a date', () => {
  test('is read as it stands, or in words by the reader', () => {
    expect(say(dateShape, '2026-11-27')).toEqual(dated('2026-11-27'));
    expect(say(dateShape, 'next Friday', nextFriday)).toEqual({
      ...dated('2026-11-27'),
      words: 'next Friday',
    });
    expect(say(dateShape, 'soon', nextFriday)).toContain('could not read “soon” as a date');
  });

  test('that no calendar holds is refused, whatever the reader makes of it', () => {
    for (const text of ['2026-02-30', '2026-13-01', '2025-02-29', '2026-00-10'])
      expect(say(dateShape, text, () => '2026-03-02')).toContain('as a date');
    expect(say(dateShape, '2028-02-29')).toEqual(dated('2028-02-29'));
  });

  test('in a whole paragraph is not looked for', () => {
    const asked: string[] = [];
    const reader: DateReader = (text) => {
      asked.push(text);
      return '2026-11-27';
    };
    expect(say(dateShape, 'word '.repeat(40), reader)).toContain('as a date');
    expect(asked).toEqual([]);
  });

  test('is ISO only where the calendar agrees', () => {
    expect(['2026-01-31', '2026-02-31', '2026-1-1', '20260101', ''].map(isIsoDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('an amount', () => {
  test('keeps the words it was given in', () => {
    expect(say(amountOf('records/day'), 'about 2 million a day')).toEqual({
      kind: 'value',
      value: { type: 'number', low: 2e6, high: 2e6 },
      words: 'about 2 million a day',
    });
  });

  test('that cannot be read is refused with an example', () => {
    expect(say(amountOf('records/day'), '50k per hour')).toMatch(/per hour.*For example: 200-300\./);
  });

  test('outside what the question allows is refused with the bounds', () => {
    expect(say(amountOf('percent', 1, 100), '0')).toContain('at least 1 and at most 100');
    expect(say(amountOf('percent', 1, 100), '90-110%')).toContain('at most 100');
    expect(say(amountOf('people', 1), '0')).toBe('It has to be at least 1.');
  });

  test('“up to” begins at the least that is allowed', () => {
    expect(say(amountOf('people', 1), 'up to 5')).toMatchObject({ value: { low: 1, high: 5 } });
  });
});

describe('free text', () => {
  test.each(['ask nicely', 'orders, and 🙂 returns', 'حالة الطلب', '1 < 2 **not bold**'])(
    '“%s” stays as it is',
    (text) => expect(say(textShape, text)).toEqual(wrote(text)),
  );

  test('loses what cannot be seen, and nothing else', () => {
    expect(say(textShape, ' a\u200b b\n\nc\u202e \ufeff')).toEqual(wrote('a b c'));
    expect(say(textShape, '👩‍👩‍👧 family')).toEqual(wrote('👩‍👩‍👧 family'));
  });

  test('of nothing is refused', () => expect(say(textShape, ' \u200b\n')).toBe('There was no text.'));
});

describe('hostile text', () => {
  const shapes = [failure, multi('a', 'b'), amountOf('hours'), dateShape, peopleShape, textShape];
  const pieces = [
    'a',
    ' ',
    '.',
    '!',
    '!x',
    ',',
    ' and ',
    'ask ',
    ' knows',
    'n/a ',
    '1',
    '1.',
    '🙂',
    '\u0301',
    'ن',
    "n't",
    '?',
    '@',
    '-',
  ];

  test.each(pieces)('of a hundred kilobytes of “%s” is refused in a short sentence', (piece) => {
    const long = `${piece.repeat(Math.ceil(100_000 / piece.length))}x`;
    for (const shape of shapes) {
      const why = say(shape, long);
      expect(why).toMatch(/^That is too long.{0,150}$/);
    }
  });

  test.each(pieces)('just short enough, of “%s” only, is answered without repeating it all', (piece) => {
    const long = piece.repeat(Math.floor(1999 / piece.length));
    for (const shape of shapes.filter(({ kind }) => kind !== 'text')) {
      const said = say(shape, long);
      if (typeof said === 'string') expect(said.length).toBeLessThan(400);
    }
  });

  test('is never cut through the middle of an emoji', () => {
    for (let lead = 0; lead < 4; lead += 1) {
      const why = say(failure, `${'x'.repeat(lead)}${'🙂'.repeat(100)}`);
      expect(typeof why === 'string' && /[\ud800-\udbff](?![\udc00-\udfff])/.test(why)).toBe(false);
    }
  });

  test('is an answer or a reason for all mixtures of marks and words, the same each time', () => {
    let state = 11;
    const next = (limit: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % limit;
    };
    for (let run = 0; run < 3000; run += 1) {
      const text = Array.from({ length: next(9) }, () => pieces[next(pieces.length)]).join('');
      for (const shape of shapes) {
        const said = say(shape, text);
        expect(JSON.parse(JSON.stringify(said)), text).toEqual(said);
        expect(say(shape, text), text).toEqual(said);
      }
    }
  });
});
