/** A message by an incoming webhook of Slack, whose address is the secret; files are named, as it takes none. */
import { hostOf, sentBy, type ChannelKind } from './channel.ts';

const MAX_TEXT = 3_000;

export const slack: ChannelKind = {
  id: 'slack',
  target: ({ url }) => hostOf(url),
  reaches: ({ url = '' }) => url,
  async send({ url = '' }, { message: { subject, text } }, { post, signal }) {
    const said = `*${escaped(subject)}*\n${escaped(text)}`.slice(0, MAX_TEXT);
    const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Goalpost' };
    return sentBy(await post(url, headers, JSON.stringify({ text: said }), signal));
  },
};

/** What Slack would read as links and mentions. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
