/** English: the strip from visitors to revenue. */
export const funnel = {
  funnel: {
    title: 'From visitors to revenue',
    visitors: 'Visitors',
    invited: 'Invitations shown',
    conversations: 'Conversations',
    goals: 'Chat goals',
    revenue: 'Revenue after chat',
    share: {
      invited: '{{share}} of visitors',
      conversations: 'by {{n}}, {{share}} of visitors',
      goals: '{{share}} of conversations',
      revenue: '{{share}} of all revenue',
    },
    hint: {
      visitors: 'Users of the period, without robots',
      invited: 'Visitors who saw an invitation, or whom an operator wrote to first',
      conversations:
        'Those whose first message of the visitor came in the period; one visitor may have several. The share is that of the visitors who wrote among all visitors',
      goals: 'Conversions of the four goals that conversations make',
      revenue: 'From visitors who wrote, from their first message on',
    },
  },
} as const;
