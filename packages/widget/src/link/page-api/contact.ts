/** Contact details as pages hand them over. */
import type { Contact } from '@goalpost/contract/chat';
import { bag, textOf } from '../../shared/globals.ts';

const LONGEST = { name: 255, email: 255, phone: 64, description: 2_000 } as const;

/** What is there and is text, cut to what the server takes. */
export function contactFrom(value: unknown): Contact {
  const given = bag(value);
  const contact: Contact = {};
  for (const name of ['name', 'email', 'phone', 'description'] as const) {
    const text = textOf(given[name]).trim().slice(0, LONGEST[name]);
    if (text !== '') contact[name] = text;
  }
  return contact;
}
