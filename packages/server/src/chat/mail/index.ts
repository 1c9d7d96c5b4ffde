/** The chat's e-mail: visitors' messages to the team, operators' answers to visitors who have left. */
export { parseSender, type Sender } from './mail-address.ts';
export { parseSmtpUrl, type SmtpServer } from './smtp-server.ts';
