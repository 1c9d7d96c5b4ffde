/** Widgets of boards, as far as they say of which counter they ask. */
interface BoardWidget {
  readonly question: { readonly counter_id: number };
}

/** @param text JSON of a board's widgets */
export const widgetsIn = (text: string): readonly BoardWidget[] => JSON.parse(text) as BoardWidget[];

export const asksOf =
  (counterId: number) =>
  ({ question }: BoardWidget): boolean =>
    question.counter_id === counterId;
