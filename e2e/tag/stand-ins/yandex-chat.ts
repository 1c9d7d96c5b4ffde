/** Yandex chat as its public facts describe it. Its events are not public: it is seen, and makes no goal. */
import type { StandIn } from './stand-in.ts';

export const yandexChat: StandIn = {
  id: 'yandex-chat',
  prefix: 'YandexChat',
  address: 'https://chat.s3.yandex.net/widget.js',
  script: `
    return { talk: () => undefined };`,
  stories: [['talk', []]],
};
