/** English: the map of countries. */
export const map = {
  map: {
    drawnAs: 'Drawn as',
    title: 'Map',
    overTime: 'Over time',
    hint: 'Click a country to keep it, Alt-click to leave it out.',
    notOnIt: 'Not on the map: {{list}}',
  },
} as const;
