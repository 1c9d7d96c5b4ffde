/** Days, weeks and hours of the moments that visits have: each moment by each part, with their words. */
const PARTS = {
  Date: ['day', 'день', 'The day', 'День'],
  'DatePeriod<group>': ['period', 'период', 'The day, week or month', 'День, неделя или месяц'],
  StartOfWeek: ['week', 'неделя', 'The week', 'Неделя'],
  StartOfMonth: ['month', 'месяц', 'The month', 'Месяц'],
  StartOfQuarter: ['quarter', 'квартал', 'The quarter', 'Квартал'],
  StartOfYear: ['year', 'год', 'The year', 'Год'],
  DayOfWeek: ['weekday', 'день недели', 'The weekday', 'День недели'],
  DayOfMonth: ['day of the month', 'день месяца', 'The number of the day', 'Число месяца'],
  Month: ['month of the year', 'месяц года', 'The month, whatever the year,', 'Месяц года'],
  Year: ['calendar year', 'календарный год', 'The calendar year', 'Календарный год'],
} as const;

const CLOCK_PARTS = {
  DateTime: ['date and time', 'дата и время', 'The date and time', 'Дата и время'],
  StartOfMinute: ['minute', 'минута', 'The minute and date', 'Минута и дата'],
  StartOfDekaminute: ['ten minutes', 'десять минут', 'The ten minutes and date', 'Десять минут и дата'],
  StartOfHour: ['hour and date', 'час и дата', 'The hour and date', 'Час и дата'],
  Hour: ['hour of the day', 'час дня', 'The hour of the day', 'Час дня'],
  Minute: ['minute of the hour', 'минута часа', 'The minute of the hour', 'Минута часа'],
  HourMinute: ['hour and minute', 'час и минута', 'The hour and minute', 'Час и минута'],
  Dekaminute: [
    'ten minutes of the day',
    'десять минут дня',
    'The ten minutes of the day',
    'Десять минут дня',
  ],
} as const;

const ALL_PARTS = { ...PARTS, ...CLOCK_PARTS };
const MOMENTS = {
  browser: [
    ALL_PARTS,
    "Visitor's clock",
    'Часы посетителя',
    "by the visitor's own clock",
    'по часам посетителя',
  ],
  firstVisit: [
    ALL_PARTS,
    'First visit',
    'Первый визит',
    "of the visitor's first visit",
    'первого визита посетителя',
  ],
  previousVisit: [
    PARTS,
    'Previous visit',
    'Прошлый визит',
    'of the visit before',
    'предыдущего визита посетителя',
  ],
} as const;

export type MomentDimension =
  | `${'browser' | 'firstVisit'}${keyof typeof ALL_PARTS}`
  | `previousVisit${keyof typeof PARTS}`;

interface Described {
  readonly id: MomentDimension;
  readonly en: readonly [name: string, help: string];
  readonly ru: readonly [name: string, help: string];
}

export const MOMENT_WORDS: readonly Described[] = Object.entries(MOMENTS).flatMap(
  ([prefix, [parts, en, ru, enHelp, ruHelp]]) =>
    Object.entries(parts).map(([part, words]): Described => ({
      id: `${prefix}${part}` as MomentDimension,
      en: [`${en}: ${words[0]}`, `${words[2]} ${enHelp}.`],
      ru: [`${ru}: ${words[1]}`, `${words[3]} ${ruHelp}.`],
    })),
);
