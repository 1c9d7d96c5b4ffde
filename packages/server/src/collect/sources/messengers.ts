/** Messengers, as data: one row each. */
import type { System } from './system.ts';

const messenger = (
  id: string,
  name: string,
  hosts: readonly string[],
  aliases: readonly string[] = [],
): System => ({ id, name, hosts, aliases });

export const MESSENGERS: readonly System[] = [
  messenger(
    'telegram',
    'Telegram',
    ['=t.me', 'telegram.org', 'telegram.me', '=org.telegram.messenger', '=org.telegram.messenger.web'],
    ['tg', 'telegram'],
  ),
  messenger(
    'whatsapp',
    'WhatsApp',
    ['whatsapp.com', 'wa.me', '=com.whatsapp', '=com.whatsapp.w4b'],
    ['wa', 'whatsapp'],
  ),
  messenger('viber', 'Viber', ['viber.com', '=com.viber.voip'], ['viber']),
  messenger(
    'facebook_messenger',
    'Messenger',
    ['messenger.com', 'm.me', '=l.messenger.com', '=com.facebook.orca'],
    ['messenger'],
  ),
  messenger('max', 'MAX', ['max.ru', '=ru.oneme.app'], ['max']),
  messenger('vk_messenger', 'VK Messenger', ['web.vk.me', 'vk.me']),
  messenger('skype', 'Skype', ['skype.com', '=com.skype.raider'], ['skype']),
  messenger('slack', 'Slack', ['slack.com', '=com.slack'], ['slack']),
  messenger('discord', 'Discord', ['discord.com', 'discordapp.com', '=com.discord'], ['discord']),
  messenger('signal', 'Signal', ['signal.me', 'signal.org']),
  messenger('line', 'LINE', ['line.me', '=jp.naver.line.android'], ['line']),
  messenger('wechat', 'WeChat', ['wechat.com', 'weixin.qq.com', '=com.tencent.mm'], ['wechat', 'weixin']),
  messenger('teams', 'Microsoft Teams', ['teams.microsoft.com', '=statics.teams.cdn.office.net']),
  messenger('google_chat', 'Google Chat', ['chat.google.com']),
  messenger('kakaotalk', 'KakaoTalk', ['=com.kakao.talk'], ['kakaotalk', 'kakao']),
  messenger('zalo', 'Zalo', ['zalo.me'], ['zalo']),
  messenger('icq', 'ICQ', ['icq.com']),
  messenger('imo', 'imo', ['imo.im']),
];
