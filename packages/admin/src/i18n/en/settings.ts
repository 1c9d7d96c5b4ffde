/** English: a site's settings. */
export const settings = {
  settings: {
    title: 'Settings',
    main: 'Site',
    name: 'Name',
    site: 'Site address',
    mirrors: 'Other addresses of the same site',
    mirrorsHint: 'Type an address and press Enter',
    onlyMirrors: 'Only from these addresses',
    onlyMirrorsText: 'Hits from pages on any other address are refused.',
    counting: 'Counting',
    timeZone: 'Time zone',
    timeZoneText: 'A new time zone cuts the days and hours of all reports anew, those of the past as well.',
    currency: 'Currency',
    currencyText:
      'What was collected keeps its prices and their currency; reports name it beside the revenue in the new one. Values of goals keep their numbers and are in the new currency from now on.',
    threshold: 'A visit ends after',
    minutes_one: '{{count}} minute without activity',
    minutes_other: '{{count}} minutes without activity',
    autogoals: 'Automatic goals',
    autogoalsText:
      'When a visitor writes to you in the chat, the goal for it is made by itself and counts from that first event. Switched off, nothing new is made; existing goals go on counting.',
    robots: 'Leave robots out',
    robotsText:
      'Known robots are recognised by how they call themselves, kept apart and not counted in reports.',
    changed:
      'Settings change what is collected from now on. What was collected stays as it is; only the time zone, by which it is cut into days, counts for all of it.',
    danger: 'Delete this site',
    dangerText:
      'The tag on the pages stops being counted and the site leaves your list. For 90 days you can restore it, with its data, from the list of sites; then its data go.',
    deleteButton: 'Delete site',
    deleteTitle: 'Delete “{{name}}”?',
    deleteText:
      'Its reports disappear from your list and from the API, and new hits are refused. What was collected is kept for 90 days, and Restore on the list of sites brings it back.',
    deleted: '“{{name}}” was deleted',
    restored: '“{{name}}” is back',
  },
  tagModules: {
    title: 'What the tag collects',
    text: 'The tag brings only what is on. A change reaches your pages within an hour; what was collected stays.',
    links: 'Links and downloads',
    linksText:
      'Clicks on links that lead out of the site, on phone numbers, mail addresses, messengers and files.',
    forms: 'Forms',
    formsText: 'Which form was sent. What was typed into it never leaves the page.',
    buttons: 'Buttons',
    buttonsText: 'Which button was clicked, and its text.',
    contacts: 'Contact details',
    contactsText:
      'That an e-mail address, phone number, name or address was filled in and sent. The details themselves never leave the page.',
    commerce: 'E-commerce',
    commerceText: 'Products, carts and orders from the data layer of your shop or tag manager.',
    engagement: 'Time and scrolling',
    engagementText: 'How long a visitor was active on a page, and how far down they scrolled.',
    routes: 'Pages of a single-page site',
    routesText:
      'Counts a page view when the address changes without loading. Leave it off if your site reports its pages to the tag itself.',
    hashes: 'Contact details given by your code',
    chats: 'Other vendors’ chats',
    chatsText: 'Makes goals of chats, call-backs, forms and quizzes of other vendors on the pages.',
    hashesText: 'What your site passes to “firstPartyParams”, as hashes only.',
  },
} as const;
