/** Notify: letters and webhooks on their way out, whatever they are about. */
export { CHANNELS } from './channels/kinds.ts';
export { channelEndpoints } from './channels/endpoints.ts';
export type { Attachment, ChannelConfig, Message } from './channels/channel.ts';
export type { ChannelRecord, NewNotice, NoticeStore } from './channels/port.ts';
export { noticesBy, refuseChannels } from './channels/chosen.ts';
export { createNoticeSender, type NoticeSender } from './channels/sender.ts';
export { textOf, type BodyFact, type LetterBody } from './mail/body.ts';
export { escapeHtml } from './mail/escape-html.ts';
export { htmlOf } from './mail/html.ts';
export { parseSender, plausibleAddress, type Sender } from './mail/mail-address.ts';
export { headerText } from './mail/mime.ts';
export { shortLetter } from './mail/short-letter.ts';
export { parseSmtpUrl, type SmtpServer } from './mail/smtp-server.ts';
export { createSmtpMailer } from './mail/smtp.ts';
export { leadsToPrivate, resolveWithDns, type Resolve } from './webhooks/addresses.ts';
export { createCourier, type Courier } from './webhooks/courier.ts';
export { post } from './webhooks/post.ts';
export { reach, type Reached } from './webhooks/reach.ts';
