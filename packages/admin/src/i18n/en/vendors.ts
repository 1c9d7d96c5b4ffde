/** Texts about other vendors' chats in the tag's settings. */
export const vendors = {
  vendors: {
    title: 'Chats of other vendors',
    text: 'Chats and lead widgets that pages of this site have shown. Their events become goals by themselves while automatic goals are on.',
    none: 'No page has shown another vendor’s chat yet. A chat is seen within an hour after a visitor has opened a page that carries it.',
    off: 'This tag does not look for chats of other vendors: the switch is above, under what the tag collects.',
    seen: 'Seen since {{first}}, last on {{last}}.',
    unseen: 'Not seen on this site yet.',
    tells: 'Tells: {{events}}.',
    tellsNot: 'Cannot tell: {{events}}.',
    tellsNothing: 'Its events are not public. Name them below.',
    showAll: 'Show all known vendors',
    showSeen: 'Show only those seen',
  },
  namedEvents: {
    title: 'Events you name',
    text: 'Where a vendor does not tell its events, say here by what they can be known: a click, a message of its frame, or an entry of the data layer.',
    list: 'Events that are named',
    none: 'No event is named yet.',
    vendor: 'Vendor',
    event: 'What it means',
    by: 'Known by',
    bys: {
      click: 'a click on the page',
      message: 'a message of a frame',
      'data-layer': 'an entry of the data layer',
    },
    what: {
      click: 'CSS selector',
      message: 'Type of the message',
      'data-layer': 'Event of the entry',
    },
    whatText: {
      click: 'For example, .callback-button or #order a.',
      message: 'Its “type” or “event”, or its whole text.',
      'data-layer': 'As in dataLayer.push({event: "…"}).',
    },
    origin: 'Who may send it',
    originText:
      'For example, https://quiz.example; a host such as quiz.example takes all below it. Empty: this site.',
    add: 'Name the event',
    remove: 'Remove',
    removeOne: 'Remove {{what}}',
  },
} as const;
