/** Yandex chat: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const yandexChat: Vendor = {
  id: 'yandex-chat',
  name: 'Yandex chat',
  prefix: 'YandexChat',
  seen: { globals: ['yandexChatWidget'], scripts: ['chat.s3.yandex.net/widget'] },
  listens: [],
  sure: 'unconfirmed',
  checked: '2026-11',
};
