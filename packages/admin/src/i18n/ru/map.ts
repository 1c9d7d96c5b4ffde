/** Russian: the map of countries. */
export const map = {
  map: {
    drawnAs: 'Вид',
    title: 'Карта',
    overTime: 'По времени',
    hint: 'Клик по стране оставит её одну, Alt-клик уберёт.',
    notOnIt: 'Нет на карте: {{list}}',
  },
} as const;
