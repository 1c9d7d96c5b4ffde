/** Every kind of channel; one line adds one. */
import type { ChannelKindId } from '@goalpost/contract/notices';
import type { ChannelKind } from './channel.ts';
import { email } from './email.ts';
import { slack } from './slack.ts';
import { telegram } from './telegram.ts';
import { webhook } from './webhook.ts';

export const CHANNELS: Readonly<Record<ChannelKindId, ChannelKind>> = { email, webhook, telegram, slack };
