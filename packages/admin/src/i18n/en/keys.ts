/** English: the list of keys. */
export const keys = {
  keys: {
    title: 'Keys',
    note: 'Keys do nothing while you type, and their places are the same in every alphabet.',
    list: 'This list',
    slash: 'Search the table; where there is none, find a page',
    find: 'Find a page, a report or a goal',
    filter: 'Add a filter',
    search: 'Search the table',
    earlier: 'The period before',
    later: 'The period after',
    compare: 'Compare, or not',
    overview: 'To Overview',
    conversions: 'To Conversions',
    sources: 'To Sources',
    visits: 'To Visits',
    reports: 'To all reports',
    goals: 'To Goals',
    inbox: 'To the inbox of the chat',
    boards: 'To boards',
  },
} as const;
