/** Texts of the letters that invite a person, or let them choose a new password. */
import type { Person } from '../accounts/index.ts';
import type { AccessLetter } from './outward.ts';

type Language = Person['language'];

interface Texts {
  readonly invitation: {
    subject(site: string): string;
    lead(by: string, site: string): string;
    readonly button: string;
    readonly foot: string;
  };
  readonly password: {
    readonly subject: string;
    readonly lead: string;
    readonly button: string;
    readonly foot: string;
  };
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    invitation: {
      subject: (site) => `Your invitation to ${site}`,
      lead: (by, site) => `${by} invites you to the statistics and the chat of ${site}.`,
      button: 'Choose a password and come in',
      foot: 'The link works once, within seven days. If you know nothing of this, do nothing.',
    },
    password: {
      subject: 'A new password',
      lead: 'Somebody asked for a new password for this address.',
      button: 'Choose a new password',
      foot: 'The link works once, within an hour. If it was not you, do nothing: your password stays.',
    },
  },
  ru: {
    invitation: {
      subject: (site) => `Приглашение на ${site}`,
      lead: (by, site) => `${by} приглашает вас к статистике и чату сайта ${site}.`,
      button: 'Выбрать пароль и войти',
      foot: 'Ссылка сработает один раз в течение семи дней. Если вы ничего об этом не знаете, ничего не делайте.',
    },
    password: {
      subject: 'Новый пароль',
      lead: 'Для этого адреса попросили новый пароль.',
      button: 'Выбрать новый пароль',
      foot: 'Ссылка сработает один раз в течение часа. Если это были не вы, ничего не делайте: пароль останется прежним.',
    },
  },
};

export interface InvitationLetter {
  readonly to: string;
  readonly language: Language;
  /** Who asks them in. */
  readonly by: string;
  readonly site: string;
  readonly url: string;
}

export function invitationLetter({ to, language, by, site, url }: InvitationLetter): AccessLetter {
  const { subject, lead, button, foot } = TEXTS[language].invitation;
  return { to, language, subject: subject(site), lead: lead(by, site), button: { text: button, url }, foot };
}

export function passwordLetter(to: string, language: Language, url: string): AccessLetter {
  const { subject, lead, button, foot } = TEXTS[language].password;
  return { to, language, subject, lead, button: { text: button, url }, foot };
}
