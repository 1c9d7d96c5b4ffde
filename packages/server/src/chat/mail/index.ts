/** The chat's e-mail: visitors' messages to the team, operators' answers to visitors who have left. */
export { createChatMail, type ChatMail } from './chat-mail.ts';
export type { ChatMailDeps, MailSite } from './deps.ts';
export { mailEndpoints } from './endpoints.ts';
export {
  parseSender,
  type Sender,
  parseSmtpUrl,
  type SmtpServer,
  shortLetter,
  type ShortLetter,
  createSmtpMailer,
} from '../../notify/index.ts';
export type { Mailer } from '../../notify/mail/port.ts';
