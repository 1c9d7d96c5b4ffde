/** What a letter says, before it is text or HTML. */

export interface LetterBody {
  readonly language: 'en' | 'ru';
  readonly lead: string;
  readonly messages: readonly BodyMessage[];
  /** What is known of the visitor, in rows. */
  readonly facts: readonly BodyFact[];
  /** Columns and rows; numbers are written already. */
  readonly table?: BodyTable;
  readonly button: { readonly text: string; readonly url: string } | null;
  /** Small, at the end. */
  readonly foot: readonly string[];
}

export interface BodyMessage {
  /** Empty: there is no need to say who. */
  readonly author: string;
  readonly text: string;
  readonly file: { readonly word: string; readonly name: string; readonly url: string | null } | null;
}

export interface BodyTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface BodyFact {
  readonly label: string;
  readonly text: string;
}

/** The part for those who read text. */
export function textOf({ lead, messages, facts, table, button, foot }: LetterBody): string {
  const said = messages.map(({ author, text, file }) =>
    [
      ...(author === '' ? [] : [`${author}:`]),
      ...(text === '' ? [] : [text]),
      ...(file === null ? [] : [`[${file.word}: ${file.name}]${file.url === null ? '' : ` ${file.url}`}`]),
    ].join('\n'),
  );
  const known = facts.map(({ label, text }) => `${label}: ${text}`).join('\n');
  const blocks = [
    lead,
    ...said,
    known,
    table === undefined ? '' : [table.head, ...table.rows].map((row) => row.join(' · ')).join('\n'),
    button === null ? '' : `${button.text}: ${button.url}`,
    foot.length === 0 ? '' : ['-- ', ...foot].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
