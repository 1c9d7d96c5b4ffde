/** Texts about people's data: what is masked, and what is kept of one person. */
export const privacy = {
  masking: {
    apply: 'Apply the masks',
    title: 'Personal data in addresses and texts',
    text: 'E-mails, phones, cards and keys are replaced before anything is stored, in addresses, titles and parameters; cards in chat messages, too. Goals and reports see what is left. It counts for what comes from now on.',
    on: 'Mask personal data',
    onText:
      'For example, ?email=ann@example.com is stored as ?email=(email). Campaign tags and click ids stay.',
    names: 'Parameters to mask, too',
    namesText: 'Names, such as promo_code; * stands for anything, as in client_*.',
    keep: 'Parameters to leave alone',
    keepText: 'Names whose value is stored as it is, whatever it looks like.',
    shapes: 'Texts to mask, too',
    shapesText: 'For example, ORD-######: # is a digit, * is letters, digits and dashes.',
  },
  person: {
    title: 'Data of one person',
    text: 'Find all that is kept of a person on this site, give it to them, or erase it.',
    by: 'Find by',
    find: 'Find',
    nobody: 'Nothing is kept of such a person on this site.',
    export: 'Download as a file',
    erase: 'Erase',
    eraseTitle: 'Erase all of this person?',
    eraseText:
      'This cannot be undone. {{counts}}. Reports of the past will count this person no more. Backups are not touched.',
    receipts: 'Receipts',
    keys: {
      visitor: 'ClientID',
      user_id: 'UserID',
      email: 'E-mail',
      phone: 'Phone',
      conversation: 'Conversation id',
    },
    kinds: {
      visits: 'Visits',
      hits: 'Hits',
      conversations: 'Conversations',
      messages: 'Messages',
      files: 'Files',
      deliveries: 'Webhook deliveries',
      letters: 'Letters',
    },
    states: { waiting: 'Under way', done: 'Erased' },
  },
} as const;
