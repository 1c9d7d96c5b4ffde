/** English: the live view. */
export const now = {
  now: {
    title: 'Now',
    visitors: 'Visitors now',
    onSite_one: 'visitor in the last five minutes',
    onSite_other: 'visitors in the last five minutes',
    chart_one: 'Visitors on the site in the last second',
    chart_other: 'Visitors on the site in each of the last {{count}} seconds',
    pages: 'Pages they are on',
    sources: 'Where they came from',
    goals: 'Goals as they happen',
    nothing: 'Nobody is there at the moment.',
    noGoals: 'No goal has been reached in the last five minutes.',
    missed: 'More is happening than fits here: pages, sources and goals below are a part of it.',
    nobody: 'Nobody is on the site',
    nobodyText: 'Visitors appear here within seconds. If somebody should be there, see whether hits arrive.',
  },
} as const;
