/** English: the list of sites. */
export const counters = {
  counters: {
    title: 'Sites',
    add: 'Add a site',
    emptyTitle: 'Add your site',
    emptyText:
      'Tell Goalpost the address of your site, put one snippet on its pages, and see who comes and who writes to you. If a colleague was to let you in, they do that under People of their site.',
    emptyButton: 'Add your site',
    number: 'No. {{id}}',
    visits7: 'Visits, 7 days',
    conversions7: 'Conversions, 7 days',
    deleted: 'Deleted',
  },
  newCounter: {
    title: 'Add a site',
    site: 'Site address',
    siteHint: 'For example shop.example',
    name: 'Name',
    nameHint: 'How it is called in your list. The address, if left empty',
    timeZone: 'Time zone',
    timeZoneHint: 'Days and hours in reports follow it',
    currency: 'Currency',
    currencyHint: 'For revenue in reports',
    advanced: 'I already have ym(12345678…) on my page',
    number: 'Number on your page',
    numberHint: 'The number in ym(12345678, …). The page need not change, only the address of the script.',
    submit: 'Add site',
    badSite: 'Give the address of your site, for example shop.example',
    badNumber: 'A whole number up to 4,294,967,295',
    taken: 'This number is taken',
  },
} as const;
