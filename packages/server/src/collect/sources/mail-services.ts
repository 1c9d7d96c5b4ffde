/** Web mail and mailing services, as data: one row each. */
import type { System } from '../../goals/index.ts';

const mail = (
  id: string,
  name: string,
  hosts: readonly string[],
  aliases: readonly string[] = [],
): System => ({ id, name, hosts, aliases });

export const MAIL_SERVICES: readonly System[] = [
  mail('gmail', 'Gmail', ['mail.google.com', '=com.google.android.gm'], ['gmail']),
  mail('yandex_mail', 'Yandex Mail', ['mail.yandex.*', 'mail.ya.ru', '=ru.yandex.mail'], ['yandex_mail']),
  mail('mailru_mail', 'Mail.ru', ['e.mail.ru', 'touch.mail.ru', 'light.mail.ru', '=ru.mail.mailapp']),
  mail(
    'outlook',
    'Outlook',
    ['outlook.live.com', 'outlook.office.com', 'outlook.office365.com'],
    ['outlook'],
  ),
  mail('yahoo_mail', 'Yahoo Mail', ['mail.yahoo.com', '=com.yahoo.mobile.client.android.mail']),
  mail('icloud_mail', 'iCloud Mail', ['icloud.com']),
  mail('proton_mail', 'Proton Mail', ['mail.proton.me', 'mail.protonmail.com', '=ch.protonmail.android']),
  mail('rambler_mail', 'Rambler Mail', ['mail.rambler.ru']),
  mail('gmx', 'GMX', ['navigator.gmx.net', 'gmx.net', 'gmx.com']),
  mail('webde', 'WEB.DE', ['navigator.web.de']),
  mail('ukrnet_mail', 'UKR.NET Mail', ['mail.ukr.net']),
  mail('zoho_mail', 'Zoho Mail', ['mail.zoho.com', 'mail.zoho.eu']),
  mail('fastmail', 'Fastmail', ['fastmail.com']),
  mail('mailchimp', 'Mailchimp', ['campaign-archive.com', 'mailchi.mp'], ['mailchimp']),
  mail('unisender', 'UniSender', ['unisender.com'], ['unisender']),
  mail('sendpulse', 'SendPulse', ['sendpulse.com'], ['sendpulse']),
  mail('sendsay', 'Sendsay', ['sendsay.ru'], ['sendsay']),
  mail('mindbox', 'Mindbox', ['mindbox.ru'], ['mindbox']),
  mail('klaviyo', 'Klaviyo', ['klaviyo.com'], ['klaviyo']),
];
