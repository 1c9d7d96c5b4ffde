/** Texts of the letters about a new e-mail address: one to it, and notices to the one that was there. */
import type { Person } from '../../accounts/index.ts';
import type { AccessLetter } from '../outward.ts';

type Language = Person['language'];

interface Texts {
  readonly confirm: { subject: string; lead: string; button: string; foot: string };
  readonly notice: { subject: string; lead(email: string): string; button: string; foot: string };
  readonly changed: { subject: string; lead(email: string): string; button: string; foot: string };
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    confirm: {
      subject: 'Confirm your new e-mail address',
      lead: 'Somebody wants to sign in with this address from now on. The next page asks once more before it is changed.',
      button: 'Look at the change',
      foot: 'The link works once, within a day. If you know nothing of this, do nothing.',
    },
    notice: {
      subject: 'A new e-mail address was asked for',
      lead: (email) =>
        `Somebody who knows your password asked to sign in with ${email} in place of this address. Nothing is changed yet.`,
      button: 'Open your account',
      foot: 'If it was not you, change your password now: with it, nobody else can ask again.',
    },
    changed: {
      subject: 'Your e-mail address was changed',
      lead: (email) => `You sign in with ${email} from now on. This address does not work any more.`,
      button: 'Sign in',
      foot: 'If it was not you, tell whoever runs the server at once: they can give you a link for a new password.',
    },
  },
  ru: {
    confirm: {
      subject: 'Подтвердите новый адрес почты',
      lead: 'Этот адрес хотят использовать для входа. На следующей странице вас спросят ещё раз, прежде чем он изменится.',
      button: 'Посмотреть изменение',
      foot: 'Ссылка сработает один раз в течение суток. Если вы ничего об этом не знаете, ничего не делайте.',
    },
    notice: {
      subject: 'Попросили изменить адрес почты',
      lead: (email) =>
        `Тот, кто знает ваш пароль, попросил входить с адресом ${email} вместо этого. Пока ничего не изменилось.`,
      button: 'Открыть учётную запись',
      foot: 'Если это были не вы, сейчас же смените пароль: тогда больше никто об этом не попросит.',
    },
    changed: {
      subject: 'Адрес почты изменён',
      lead: (email) => `Теперь вы входите с адресом ${email}. Этот адрес больше не действует.`,
      button: 'Войти',
      foot: 'Если это были не вы, сразу скажите тому, кто ведёт сервер: он даст ссылку для нового пароля.',
    },
  },
};

export function newAddressLetter(to: string, language: Language, url: string): AccessLetter {
  const { subject, lead, button, foot } = TEXTS[language].confirm;
  return { to, language, subject, lead, button: { text: button, url }, foot };
}

interface About {
  readonly email: string;
  readonly url: string;
}

function about(
  to: string,
  language: Language,
  which: 'notice' | 'changed',
  { email, url }: About,
): AccessLetter {
  const { subject, lead, button, foot } = TEXTS[language][which];
  return { to, language, subject, lead: lead(email), button: { text: button, url }, foot };
}

export const noticeLetter = (to: string, language: Language, told: About): AccessLetter =>
  about(to, language, 'notice', told);
export const changedLetter = (to: string, language: Language, told: About): AccessLetter =>
  about(to, language, 'changed', told);
