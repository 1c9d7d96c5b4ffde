/** English: notes on charts. */
export const notes = {
  notes: {
    title: 'Notes',
    add: 'Add a note',
    form: 'Note on the chart',
    day: 'Day',
    text: 'What happened',
    keep: 'Save the note',
    change: 'Change the note “{{text}}”',
    remove: 'Delete the note “{{text}}”',
    goal: {
      made: 'Goal “{{name}}” made',
      changed: 'Goal “{{name}}” changed',
      deleted: 'Goal “{{name}}” deleted',
      restored: 'Goal “{{name}}” restored',
    },
    counter: 'Settings changed',
    counterFields: 'Settings changed: {{fields}}',
    chat: 'Chat settings changed',
    rule: 'An invitation to chat was changed',
    silent: 'The tag was silent',
  },
} as const;
