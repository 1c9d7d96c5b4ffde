/** What a webhook's answer says of the visitor: contact details and facts for the operator. */
import { Contact, CustomField } from '@goalpost/contract/chat';
import { z } from 'zod';
import type { Learned } from '../people/outside-facts.ts';

const MOST_FIELDS = 10;
const WEB_ADDRESS = /^https?:\/\//i;

const Answer = z.object({
  result: z.literal('ok'),
  contact_info: z.record(z.string(), z.unknown()).catch({}),
  custom_data: z.array(z.unknown()).catch([]),
});

/** Whatever is not as it should be is left out; the rest counts. @returns null where nothing is left */
export function learnedFrom(body: string): Learned | null {
  const answer = Answer.safeParse(parsed(body)).data;
  if (answer === undefined) return null;
  const contact = contactOf(answer.contact_info);
  const custom = answer.custom_data
    .flatMap((one) => CustomField.safeParse(one).data ?? [])
    .filter(({ content }) => content.trim() !== '')
    .slice(0, MOST_FIELDS)
    .map(({ link, ...field }) => (link !== undefined && WEB_ADDRESS.test(link) ? { ...field, link } : field));
  return Object.keys(contact).length + custom.length === 0 ? null : { contact, custom };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

/** Each field by itself. */
function contactOf(given: Readonly<Record<string, unknown>>): Contact {
  const fields = Object.keys(Contact.shape).flatMap((name) => {
    const field = Contact.safeParse({ [name]: given[name] }).data;
    return field === undefined
      ? []
      : Object.entries(field).filter(([, value]) => value !== undefined && value !== '');
  });
  return Object.fromEntries(fields);
}
