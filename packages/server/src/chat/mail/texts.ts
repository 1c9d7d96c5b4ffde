/** The fixed words of the chat's letters. */
import type { TrafficSource } from '../../collect/index.ts';

export interface MailTexts {
  /** A person without a name. */
  visitor(number: number): string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly page: string;
  readonly source: string;
  readonly file: string;
  readonly team: {
    subject(who: string, site: string): string;
    lead(who: string): string;
    readonly open: string;
    /** Where an answer to the letter goes. */
    foot(address: string | null): string;
  };
  readonly answer: {
    subject(site: string): string;
    lead(site: string): string;
    readonly open: string;
    readonly reply: string;
    foot(site: string): string;
  };
  readonly test: { subject(site: string): string; readonly lead: string; foot(site: string): string };
  readonly sources: Readonly<Record<TrafficSource, string>>;
}

const ENGLISH: MailTexts = {
  visitor: (number) => `Visitor #${number}`,
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  page: 'Page',
  source: 'Came from',
  file: 'File',
  team: {
    subject: (who, site) => `${who} wrote in the chat of ${site}`,
    lead: (who) => `${who} wrote while nobody was online.`,
    open: 'Open the conversation',
    foot: (address) =>
      address === null
        ? 'No e-mail address was left: answer in the conversation.'
        : `Answer in the conversation. A reply to this e-mail goes straight to ${address} instead.`,
  },
  answer: {
    subject: (site) => `${site} answered your message`,
    lead: (site) => `You wrote in the chat of ${site}. Here is the answer.`,
    open: 'Continue the conversation',
    reply: 'You can also simply reply to this e-mail.',
    foot: (site) =>
      `This address was given in the chat of ${site}, and the answer was not read there. ` +
      'If that was not you, ignore this e-mail.',
  },
  test: {
    subject: (site) => `Test e-mail from the chat of ${site}`,
    lead: 'E-mail works. Messages that visitors leave while nobody is online will come to this address.',
    foot: (site) => `Sent from the chat settings of ${site}.`,
  },
  sources: {
    organic: 'Search engine',
    ad: 'Advertisement',
    social: 'Social network',
    messenger: 'Messenger',
    recommend: 'Recommendations',
    email: 'E-mail',
    qrcode: 'QR code',
    referral: 'Link on a site',
    internal: 'Own pages',
    direct: 'Direct',
    undefined: 'Unknown',
  },
};

const RUSSIAN: MailTexts = {
  visitor: (number) => `Посетитель №${number}`,
  name: 'Имя',
  email: 'Почта',
  phone: 'Телефон',
  page: 'Страница',
  source: 'Откуда',
  file: 'Файл',
  team: {
    subject: (who, site) => `${who}: сообщение в чате ${site}`,
    lead: (who) => `${who}: сообщение, пока никого не было на месте.`,
    open: 'Открыть диалог',
    foot: (address) =>
      address === null
        ? 'Адрес почты не оставлен: ответьте в диалоге.'
        : `Ответьте в диалоге. Ответ на это письмо уйдёт прямо на ${address}.`,
  },
  answer: {
    subject: (site) => `${site}: ответ на ваше сообщение`,
    lead: (site) => `Вы писали в чат на ${site}. Вот ответ.`,
    open: 'Продолжить разговор',
    reply: 'Можно и просто ответить на это письмо.',
    foot: (site) =>
      `Этот адрес указали в чате на ${site}, и ответ там не прочитали. ` +
      'Если это были не вы, не обращайте внимания на письмо.',
  },
  test: {
    subject: (site) => `Проверочное письмо из чата ${site}`,
    lead: 'Почта работает. Сообщения, которые посетители оставят, пока никого нет, придут на этот адрес.',
    foot: (site) => `Отправлено из настроек чата ${site}.`,
  },
  sources: {
    organic: 'Поисковая система',
    ad: 'Реклама',
    social: 'Социальная сеть',
    messenger: 'Мессенджер',
    recommend: 'Рекомендации',
    email: 'Почтовая рассылка',
    qrcode: 'QR-код',
    referral: 'Ссылка на сайте',
    internal: 'Свои страницы',
    direct: 'Прямой заход',
    undefined: 'Не определено',
  },
};

export function mailTexts(language: 'en' | 'ru'): MailTexts {
  return language === 'ru' ? RUSSIAN : ENGLISH;
}
