/** English: funnels, retention and journeys by name. */
export const savedPaths = {
  kept: {
    list: { funnel: 'Saved funnels', retention: 'Saved retention', journey: 'Saved journeys' },
    choose: { funnel: 'Saved funnels…', retention: 'Saved retention…', journey: 'Saved journeys…' },
    ofOthers: '{{name}} (shared with you)',
    keep: 'Keep by name',
    menu: 'This saved one',
    title: { funnel: 'Keep this funnel', retention: 'Keep this retention', journey: 'Keep these journeys' },
    text: 'What is chosen here is kept: steps or actions, conditions and segments. Days are chosen when it is opened.',
    name: 'Name',
    shared: 'Show it to everybody who may see this site',
    action: 'Keep',
    renew: 'Keep changes in “{{name}}”',
    rename: 'Rename or show to others',
    delete: 'Delete “{{name}}”',
    deleteTitle: 'Delete “{{name}}”?',
    deleteText: 'It goes from the lists of all who see it. What stands on boards stays.',
    done: 'Kept as “{{name}}”',
    failed: 'Not kept: {{message}}',
    gone: 'Not deleted: {{message}}',
    notWhole: 'Open the screen to finish its steps.',
  },
} as const;
