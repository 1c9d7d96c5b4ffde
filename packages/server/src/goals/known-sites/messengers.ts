/** Messengers, as data: one row each. */
import type { System } from './system.ts';

export interface Messenger extends System {
  /** Schemes of links that open its program, e.g. `tg:`; without the colon. */
  readonly schemes: readonly string[];
  /** Beginnings of addresses, host and path, that are its pages on a host of something else. */
  readonly pages: readonly string[];
}

type Opened = Partial<Pick<Messenger, 'schemes' | 'pages'>>;

const messenger = (
  id: string,
  name: string,
  hosts: readonly string[],
  aliases: readonly string[] = [],
  { schemes = [], pages = [] }: Opened = {},
): Messenger => ({ id, name, hosts, aliases, schemes, pages });

export const MESSENGERS: readonly Messenger[] = [
  messenger(
    'telegram',
    'Telegram',
    ['=t.me', 'telegram.org', 'telegram.me', '=org.telegram.messenger', '=org.telegram.messenger.web'],
    ['tg', 'telegram'],
    { schemes: ['tg'] },
  ),
  messenger(
    'whatsapp',
    'WhatsApp',
    ['whatsapp.com', 'wa.me', '=com.whatsapp', '=com.whatsapp.w4b'],
    ['wa', 'whatsapp'],
    { schemes: ['whatsapp'] },
  ),
  messenger('viber', 'Viber', ['viber.com', '=com.viber.voip'], ['viber'], { schemes: ['viber'] }),
  messenger(
    'facebook_messenger',
    'Messenger',
    ['messenger.com', 'm.me', '=l.messenger.com', '=com.facebook.orca'],
    ['messenger'],
    { schemes: ['fb-messenger'], pages: ['facebook.com/messages/'] },
  ),
  messenger('max', 'MAX', ['max.ru', '=ru.oneme.app'], ['max'], { schemes: ['max'] }),
  messenger('vk_messenger', 'VK Messenger', ['web.vk.me', 'vk.me'], [], {
    pages: ['vk.com/im', 'vk.com/write', 'vk.ru/im', 'vk.ru/write'],
  }),
  messenger('skype', 'Skype', ['skype.com', '=com.skype.raider'], ['skype'], { schemes: ['skype'] }),
  messenger('slack', 'Slack', ['slack.com', '=com.slack'], ['slack'], { schemes: ['slack'] }),
  messenger('discord', 'Discord', ['discord.com', 'discordapp.com', '=com.discord'], ['discord'], {
    schemes: ['discord'],
    pages: ['discord.gg/'],
  }),
  messenger('signal', 'Signal', ['signal.me', 'signal.org'], [], {
    schemes: ['sgnl'],
    pages: ['signal.group/'],
  }),
  messenger('line', 'LINE', ['line.me', '=jp.naver.line.android'], ['line'], { schemes: ['line'] }),
  messenger('wechat', 'WeChat', ['wechat.com', 'weixin.qq.com', '=com.tencent.mm'], ['wechat', 'weixin'], {
    schemes: ['weixin', 'wechat'],
  }),
  messenger('teams', 'Microsoft Teams', ['teams.microsoft.com', '=statics.teams.cdn.office.net'], [], {
    schemes: ['msteams'],
  }),
  messenger('google_chat', 'Google Chat', ['chat.google.com']),
  messenger('kakaotalk', 'KakaoTalk', ['=com.kakao.talk'], ['kakaotalk', 'kakao'], {
    schemes: ['kakaotalk'],
    pages: ['pf.kakao.com/'],
  }),
  messenger('zalo', 'Zalo', ['zalo.me'], ['zalo'], { schemes: ['zalo'] }),
  messenger('icq', 'ICQ', ['icq.com'], [], { schemes: ['icq'], pages: ['icq.im/'] }),
  messenger('imo', 'imo', ['imo.im']),
];
