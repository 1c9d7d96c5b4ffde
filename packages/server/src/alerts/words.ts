/** What an alert says, in the language that it was set in. */
import type { AlertHappening, AlertInput } from '@goalpost/contract/notices';
import { htmlOf, textOf, type LetterBody, type Message } from '../notify/index.ts';
import { createLocalTime } from '../kit/dates/local-time.ts';

export interface Told {
  readonly counterId: number;
  readonly site: string;
  readonly timeZone: string;
  readonly alert: Pick<AlertInput, 'kind' | 'language' | 'minutes'>;
  readonly alertId: string;
  readonly happening: AlertHappening;
  /** Null: it is not about a goal, or of one that is gone. */
  readonly goalName: string | null;
  readonly url: string;
}

type Sentence = (
  told: Told & { readonly goal: string; readonly seen: string; readonly usual: string },
) => string;

interface Words {
  readonly kinds: Readonly<Record<AlertInput['kind'], Sentence>>;
  /** Of a goal that made itself, in place of numbers. */
  readonly made: string;
  readonly numbers: Sentence;
  readonly since: (begin: string) => string;
  readonly over: (when: string) => string;
  readonly settled: string;
  readonly isOver: (subject: string) => string;
  readonly open: string;
  readonly openGoals: string;
  readonly foot: string;
}

const isMore = ({ observed, expected }: AlertHappening): boolean => observed > expected;

const WORDS: Readonly<Record<'en' | 'ru', Words>> = {
  en: {
    kinds: {
      tag_silent: ({ site }) => `${site}: the tag is silent`,
      goal_stopped: ({ site, goal }) => `${site}: nobody reaches “${goal}” any more`,
      conversion_rate: ({ site, goal, happening }) =>
        `${site}: the conversion into “${goal}” is far ${isMore(happening) ? 'above' : 'below'} the usual`,
      traffic_spike: ({ site }) => `${site}: far more visits than usual`,
      traffic_drop: ({ site }) => `${site}: far fewer visits than usual`,
      chat_unanswered: ({ site, alert }) =>
        `${site}: a visitor has waited in the chat for ${alert.minutes} min`,
      goal_made: ({ site, goal }) => `${site}: the goal “${goal}” has made itself`,
    },
    made: 'It counts from its first event on. Keep it, rename it or delete it.',
    numbers: ({ alert, seen, usual }) =>
      alert.kind === 'chat_unanswered'
        ? `Waiting: ${seen}.`
        : `There were ${seen}; ${usual} are usual for these hours.`,
    since: (begin) => `Since ${begin}.`,
    over: (when) => `It was over at ${when}.`,
    settled: 'It has lasted for a week and is taken for the usual from now on.',
    isOver: (subject) => `Over: ${subject}`,
    open: 'Open the counter',
    openGoals: 'Open the goals',
    foot: 'You get this because an alert of this counter says so. It can be changed under “Alerts and schedules”.',
  },
  ru: {
    kinds: {
      tag_silent: ({ site }) => `${site}: код счётчика молчит`,
      goal_stopped: ({ site, goal }) => `${site}: цель «${goal}» больше никто не достигает`,
      conversion_rate: ({ site, goal, happening }) =>
        `${site}: конверсия в «${goal}» намного ${isMore(happening) ? 'выше' : 'ниже'} обычной`,
      traffic_spike: ({ site }) => `${site}: визитов намного больше обычного`,
      traffic_drop: ({ site }) => `${site}: визитов намного меньше обычного`,
      chat_unanswered: ({ site, alert }) => `${site}: посетитель ждёт ответа в чате уже ${alert.minutes} мин`,
      goal_made: ({ site, goal }) => `${site}: цель «${goal}» создалась сама`,
    },
    made: 'Она считает с первого события. Её можно оставить, переименовать или удалить.',
    numbers: ({ alert, seen, usual }) =>
      alert.kind === 'chat_unanswered'
        ? `Ждут ответа: ${seen}.`
        : `Было ${seen}, обычно за эти часы — ${usual}.`,
    since: (begin) => `С ${begin}.`,
    over: (when) => `Закончилось в ${when}.`,
    settled: 'Это длится уже неделю и теперь считается обычным.',
    isOver: (subject) => `Закончилось: ${subject}`,
    open: 'Открыть счётчик',
    openGoals: 'Открыть цели',
    foot: 'Вы получили это, потому что так настроено оповещение счётчика. Изменить его можно в разделе «Оповещения и рассылки».',
  },
};

export function alertMessage(told: Told): Message {
  const { alert, happening, timeZone, counterId } = told;
  const words = WORDS[alert.language];
  const local = createLocalTime(timeZone);
  const at = (moment: string): string => local.at(Date.parse(moment)).slice(0, 16);
  const number = new Intl.NumberFormat(alert.language, { maximumFractionDigits: 0 });
  const filled = {
    ...told,
    goal: told.goalName ?? String(happening.goal_id ?? ''),
    seen: number.format(happening.observed),
    usual: number.format(happening.expected),
  };
  const begun = words.kinds[alert.kind](filled);
  const isMade = alert.kind === 'goal_made';
  const isOver = happening.over !== null && !isMade;
  const subject = isOver ? words.isOver(begun) : begun;
  const end = happening.settled ? words.settled : words.over(at(happening.over ?? happening.begin));
  const lines = [
    isMade ? words.made : words.numbers(filled),
    words.since(at(happening.begin)),
    ...(isOver ? [end] : []),
  ];
  const body: LetterBody = {
    language: alert.language,
    lead: [begun, ...lines].join('\n'),
    messages: [],
    facts: [],
    button: { text: isMade ? words.openGoals : words.open, url: told.url },
    foot: [words.foot],
  };
  return {
    subject,
    text: textOf({ ...body, lead: lines.join(' '), foot: [] }).trim(),
    html: htmlOf(subject, body),
    data: {
      event: isOver ? 'alert_over' : 'alert',
      counter_id: counterId,
      alert: { id: told.alertId, kind: alert.kind },
      happening,
      url: told.url,
    },
    attachments: [],
  };
}
