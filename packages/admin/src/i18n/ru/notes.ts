/** Russian: notes on charts. */
export const notes = {
  notes: {
    title: 'Заметки',
    add: 'Добавить заметку',
    form: 'Заметка на графике',
    day: 'День',
    text: 'Что случилось',
    keep: 'Сохранить заметку',
    change: 'Изменить заметку «{{text}}»',
    remove: 'Удалить заметку «{{text}}»',
    goal: {
      made: 'Создана цель «{{name}}»',
      changed: 'Изменена цель «{{name}}»',
      deleted: 'Удалена цель «{{name}}»',
      restored: 'Восстановлена цель «{{name}}»',
    },
    counter: 'Изменены настройки',
    counterFields: 'Изменены настройки: {{fields}}',
    chat: 'Изменены настройки чата',
    rule: 'Изменено приглашение в чат',
    silent: 'Код счётчика молчал',
  },
} as const;
