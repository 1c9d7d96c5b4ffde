/** What visitors of the demo shop talk about. */
export interface Talk {
  readonly question: string;
  readonly answer: string;
  readonly thanks: string;
}

const talk = (question: string, answer: string, thanks: string): Talk => ({ question, answer, thanks });

export const TALKS: readonly (readonly [number, Talk])[] = [
  [
    24,
    talk('Is the Red Runner in stock in 42?', 'Yes, three pairs. Shall I keep one for you?', 'Please do!'),
  ],
  [18, talk('How long is delivery to me?', 'Two to four days, free from 80 €.', 'Great, ordering now.')],
  [
    14,
    talk(
      'I am between 41 and 42. Which one?',
      'Blue City runs small: take 42, and change it for free if it does not fit.',
      'Thank you',
    ),
  ],
  [12, talk('Can I pay when it arrives?', 'Yes, by card or in cash.', 'Good to know.')],
  [
    10,
    talk('My order has not come yet', 'I see it: it is with the courier and comes tomorrow.', 'All right'),
  ],
  [
    8,
    talk(
      'Which pair for trails in the rain?',
      'Trail King: a deep tread and a membrane that keeps water out.',
      'Looks good, thanks!',
    ),
  ],
];

/** What visitors leave while all operators are away. */
export const LEFT: readonly (readonly [number, string])[] = [
  [5, 'Please call me back tomorrow about an exchange.'],
  [4, 'Do you have Trail King in 45?'],
  [3, 'I would like ten pairs for our club. Is there a discount?'],
];

export const OPENER = 'Hello! Are you looking for a size? I can check what is in stock.';
export const OPERATORS = ['Mira', 'Luka'] as const;

export const WRITERS: readonly (readonly [number, { readonly name?: string; readonly email?: string }])[] = [
  [6, {}],
  [1, { name: 'Anna', email: 'anna@example.com' }],
  [1, { name: 'Timur', email: 'timur@example.com' }],
  [1, { name: 'Jelena', email: 'jelena@example.com' }],
  [1, { name: 'Oliver' }],
];
