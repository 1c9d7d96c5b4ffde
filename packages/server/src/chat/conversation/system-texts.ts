/** What messages of kind `system` say [C9], in the visitor's language. */

interface Texts {
  tookOver(who: string): string;
  handedOver(who: string, to: string): string;
  handedTo(who: string, department: string): string;
  reopened(who: string): string;
}

const ENGLISH: Texts = {
  tookOver: (who) => `${who} took over the conversation`,
  handedOver: (who, to) => `${who} handed the conversation over to ${to}`,
  handedTo: (who, department) => `${who} handed the conversation over to the department ${department}`,
  reopened: (who) => `${who} reopened the conversation`,
};

const RUSSIAN: Texts = {
  tookOver: (who) => `${who}: диалог принят другим оператором`,
  handedOver: (who, to) => `${who}: диалог передан оператору ${to}`,
  handedTo: (who, department) => `${who}: диалог передан в отдел ${department}`,
  reopened: (who) => `${who}: диалог снова открыт`,
};

/** @param language e.g. `ru-RU` */
export function systemTexts(language: string): Texts {
  return language.toLowerCase().startsWith('ru') ? RUSSIAN : ENGLISH;
}
