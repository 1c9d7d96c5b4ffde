/** The chat's JSON columns: each is held against its shape when it is read. */
import { ChatFile, ClientAttributes, InvitationRuleInput } from '@goalpost/contract/chat';
import { z } from 'zod';

const Contact = z
  .object({ name: z.string(), email: z.string(), phone: z.string(), description: z.string() })
  .partial();

const CustomField = z.object({
  title: z.string().optional(),
  key: z.string().optional(),
  content: z.string(),
  link: z.string().optional(),
});

const PageContext = z.object({
  url: z.string(),
  title: z.string(),
  referrer: z.string(),
  agent: z.string(),
  country: z.string(),
  language: z.string(),
  phone: z.boolean(),
  landing: z.object({ url: z.string(), referrer: z.string() }).exactOptional(),
  consent: z.literal(false).exactOptional(),
});

const InvitationRef = z.object({
  ruleId: z.string().nullable(),
  variant: z.number(),
  text: z.string(),
});

const StandingInvitation = InvitationRef.extend({
  id: z.string(),
  author: z.string(),
  at: z.number(),
  tapped: z.boolean(),
  credited: z.boolean().exactOptional(),
});

/** @throws if the column holds anything else: a bug, or a change from outside */
function reader<S extends z.ZodType>(schema: S): (column: string) => z.output<S> {
  return (column) => schema.parse(JSON.parse(column));
}

export const readContact = reader(Contact);
export const readCustom = reader(z.array(CustomField));
export const readAttributes = reader(ClientAttributes);
export const readContext = reader(PageContext);
export const readInvitationRef = reader(InvitationRef);
export const readStandingInvitation = reader(StandingInvitation);
export const readTags = reader(z.array(z.string()));
export const readFile = reader(ChatFile);
export const readRule = reader(InvitationRuleInput);

export function orNull<T>(column: string | null, read: (column: string) => T): T | null {
  return column === null ? null : read(column);
}
