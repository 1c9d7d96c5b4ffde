/** Chat settings as earlier versions saved them, brought into today's shape. */
import { ChatSettings } from '@goalpost/contract';
import { z } from 'zod';

/** Once, there was one span only. */
const OneSpan = z
  .object({ timeZone: z.string(), days: z.array(z.number()), from: z.string(), to: z.string() })
  .transform(({ timeZone, days, from, to }) => ({ timeZone, spans: [{ days, from, to }] }));
const Hours = OneSpan.or(z.unknown()).optional();

const Saved = z.looseObject({
  hours: Hours,
  departments: z.array(z.looseObject({ hours: Hours })).optional(),
});

/** @param document as it was saved, by whatever version; null: nothing was */
export function upgraded(document: unknown): unknown {
  return Saved.safeParse(document ?? {}).data ?? document;
}

/** What cannot be read is as good as not saved. */
export function savedSettings(document: unknown): ChatSettings {
  return ChatSettings.safeParse(upgraded(document)).data ?? ChatSettings.parse({});
}
