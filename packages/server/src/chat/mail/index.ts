/** The chat's e-mail: visitors' messages to the team, operators' answers to visitors who have left. */
export { createChatMail } from './chat-mail.ts';
export type { MailSite } from './deps.ts';
export { mailEndpoints } from './endpoints.ts';
