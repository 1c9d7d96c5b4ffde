/** The chat's e-mail: visitors' messages to the team, operators' answers to visitors who have left. */
export { createChatMail, type ChatMail } from './chat-mail.ts';
export type { ChatMailDeps, MailSite } from './deps.ts';
export { mailEndpoints } from './endpoints.ts';
export { parseSender, type Sender } from './mail-address.ts';
export { parseSmtpUrl, type SmtpServer } from './smtp-server.ts';
export type { Mailer } from './port.ts';
export { shortLetter, type ShortLetter } from './short-letter.ts';
export { createSmtpMailer } from './smtp.ts';
