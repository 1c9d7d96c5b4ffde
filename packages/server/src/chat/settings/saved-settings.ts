/** Chat settings as earlier versions saved them, brought into today's shape. */
import { ChatSettings } from '@goalpost/contract/chat';
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

/** Parts that are taken out one by one; a document with more faults than that is none of ours. */
const MOST_FAULTS = 200;

export interface ReadSettings {
  readonly settings: ChatSettings;
  /** What could not be kept, and why; values are not told. */
  readonly lost: readonly string[];
}

/** Field by field: what cannot be read is as good as not saved, and the rest stays as it was saved. */
export function savedSettings(document: unknown): ReadSettings {
  let kept = upgraded(document);
  const lost: string[] = [];
  for (let fault = 0; fault <= MOST_FAULTS; fault += 1) {
    const read = ChatSettings.safeParse(kept);
    if (read.success) return { settings: read.data, lost };
    const [issue] = read.error.issues;
    const path = (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
    lost.push(`${path.join('.') || 'everything'}: ${issue?.message ?? 'unknown'}`);
    kept = without(kept, path) ?? {};
  }
  return { settings: ChatSettings.parse({}), lost: [...lost, 'everything: too many faults'] };
}

type Path = readonly (string | number)[];

/** Where the part itself is missing, what it is missing from goes. @returns undefined: nothing is left of it */
function without(part: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined || typeof part !== 'object' || part === null || !Object.hasOwn(part, name))
    return undefined;
  const inner = without(Reflect.get(part, name), rest);
  if (Array.isArray(part))
    return inner === undefined ? part.toSpliced(Number(name), 1) : part.with(Number(name), inner);
  const { [name]: _gone, ...others } = part as Record<string, unknown>;
  return inner === undefined ? others : { ...others, [name]: inner };
}
