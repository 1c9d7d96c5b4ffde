/** What is typed and not sent, by conversation; kept for as long as the tab is. */
export interface Drafts {
  get(conversationId: string): string;
  set(conversationId: string, text: string): void;
}

const nameOf = (conversationId: string): string => `goalpost.draft.${conversationId}`;

export function draftsIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Drafts {
  return {
    get: (id) => storage.getItem(nameOf(id)) ?? '',
    set: (id, text) => {
      try {
        if (text === '') storage.removeItem(nameOf(id));
        else storage.setItem(nameOf(id), text);
      } catch {
        // Full or forbidden: the draft lives as long as its text box.
      }
    },
  };
}
