/** Russian: funnels, retention and journeys by name. */
import type { Russian } from '../catalogue.ts';

export const savedPaths: Pick<Russian, 'kept'> = {
  kept: {
    kinds: { funnel: 'Воронка', retention: 'Удержание', journey: 'Пути' },
    anyVisit: 'Любой визит',
    list: { funnel: 'Сохранённые воронки', retention: 'Сохранённое удержание', journey: 'Сохранённые пути' },
    choose: {
      funnel: 'Сохранённые воронки…',
      retention: 'Сохранённое удержание…',
      journey: 'Сохранённые пути…',
    },
    ofOthers: '{{name}} (вам открыли)',
    keep: 'Запомнить под именем',
    menu: 'Это сохранение',
    title: {
      funnel: 'Запомнить эту воронку',
      retention: 'Запомнить это удержание',
      journey: 'Запомнить эти пути',
    },
    text: 'Запоминается то, что выбрано: шаги или действия, условия и сегменты. Дни выбирают, когда открывают.',
    name: 'Название',
    shared: 'Показывать всем, кто видит этот сайт',
    action: 'Запомнить',
    renew: 'Запомнить изменения в «{{name}}»',
    rename: 'Переименовать или показать другим',
    delete: 'Удалить «{{name}}»',
    deleteTitle: 'Удалить «{{name}}»?',
    deleteText: 'Исчезнет из списков у всех, кто это видит. То, что стоит на досках, останется.',
    done: 'Сохранено как «{{name}}»',
    failed: 'Не сохранено: {{message}}',
    gone: 'Не удалено: {{message}}',
    notWhole: 'Откройте экран и доделайте шаги.',
  },
};
