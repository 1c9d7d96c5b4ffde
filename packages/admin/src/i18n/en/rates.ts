/** English: rates of currencies. */
export const rates = {
  rates: {
    title: 'Rates of currencies',
    text: 'With rates, revenue in other currencies is converted into the one that a report shows, at the rate of the day on which it came. Without them it is named beside the sum.',
    into: 'Rates are in',
    intoText: 'A currency such as RUB or EUR',
    lines: 'Rates',
    linesText: 'One a line: the currency, the day from which on it holds, and what one unit costs',
    wrongLine: 'Line {{line}} is no rate: write it as USD 2026-01-31 92.5',
    lineFault: 'Line {{line}}: {{message}}',
    save: 'Set the rates',
  },
};
