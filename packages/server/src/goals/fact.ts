/** What a goal may look at: one hit, decoded. */
export type GoalFact =
  | { readonly kind: 'event'; readonly identifier: string }
  | { readonly kind: 'view'; readonly url: string }
  | { readonly kind: 'other' };
