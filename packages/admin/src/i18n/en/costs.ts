/** English: uploads of the costs of advertising. */
export const costs = {
  costs: {
    title: 'Costs of advertising',
    toReport: 'Costs and return',
    upload: 'Upload costs',
    uploadText:
      'A CSV file with a line for each day and its UTM marks. Date, UTMSource and Expenses are needed; UTMMedium, UTMCampaign, UTMContent, UTMTerm, Currency and Clicks where you have them. Marks must be written as in the links of the ads. Two days parted by / stand for all days between.',
    taken: 'The costs are taken',
    takenText: '{{lines}} lines, {{days}}: {{sums}}, {{clicks}} clicks',
    uploads: 'What was uploaded',
    uploadsText:
      'Of a day and its marks the newest file counts: a corrected one takes the place of what earlier files told, and the same file twice counts once.',
    row: '{{at}}, lines: {{lines}}',
    removeTitle: 'Delete these costs?',
    removeText: 'What earlier files told of the same days and marks counts again.',
    noneTitle: 'No costs yet',
    none: 'Once you upload what your ads cost, reports tell the cost of a visit and of a conversion, the margin and the return.',
    section: 'Costs of advertising',
    sectionText: 'With what your ads cost, reports tell the cost of a conversion and the return.',
    open: 'Upload costs',
  },
};
