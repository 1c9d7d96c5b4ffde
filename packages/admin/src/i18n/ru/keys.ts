/** Russian: the list of keys. */
export const keys = {
  keys: {
    title: 'Клавиши',
    note: 'Пока вы печатаете, клавиши не действуют. Их места одинаковы при любой раскладке.',
    list: 'Этот список',
    find: 'Найти страницу, отчёт или цель',
    filter: 'Добавить фильтр',
    earlier: 'Предыдущий период',
    later: 'Следующий период',
    compare: 'Сравнивать или нет',
    overview: 'К сводке',
    conversions: 'К конверсиям',
    sources: 'К источникам',
    visits: 'К визитам',
    reports: 'Ко всем отчётам',
    goals: 'К целям',
    inbox: 'К входящим чата',
    boards: 'К дашбордам',
  },
} as const;
