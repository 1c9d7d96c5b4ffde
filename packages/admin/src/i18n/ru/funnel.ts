/** Russian: the strip from visitors to revenue. */
import type { Russian } from '../catalogue.ts';

export const funnel: Pick<Russian, 'funnel'> = {
  funnel: {
    title: 'От посетителей до дохода',
    visitors: 'Посетители',
    invited: 'Приглашения',
    conversations: 'Диалоги',
    goals: 'Цели чата',
    revenue: 'Доход после чата',
    share: {
      invited: '{{share}} посетителей',
      conversations: 'от {{n}} чел. — {{share}} посетителей',
      goals: '{{share}} диалогов',
      revenue: '{{share}} всего дохода',
    },
    hint: {
      visitors: 'Посетители за период, без роботов',
      invited: 'Посетители, которые увидели приглашение или которым первым написал оператор',
      conversations:
        'Те, где первое сообщение посетителя пришло за период; у одного посетителя их может быть несколько. Доля — сколько посетителей написали из всех',
      goals: 'Конверсии четырёх целей, которые создают диалоги',
      revenue: 'От тех, кто написал, начиная с их первого сообщения',
    },
  },
};
