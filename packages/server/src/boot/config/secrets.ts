/** The keys that secrets in the records are sealed with. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const KEYS = 'must be keys of 16 to 200 characters, set apart by spaces; the first one seals';

export const SECRETS_ENVIRONMENT = {
  GOALPOST_SECRETS_KEY: z.string().refine(areKeys, KEYS).nullable().default(null),
  GOALPOST_SECRETS_KEY_FILE: z
    .string()
    .transform((path) => resolve(path))
    .nullable()
    .default(null),
};

/** @returns a sentence where the settings do not fit together */
export function secretsOf(
  settings: z.infer<z.ZodObject<typeof SECRETS_ENVIRONMENT>>,
): readonly string[] | string {
  const { GOALPOST_SECRETS_KEY: text, GOALPOST_SECRETS_KEY_FILE: file } = settings;
  if (file === null) return text === null ? [] : keysIn(text);
  if (text !== null)
    return 'GOALPOST_SECRETS_KEY and GOALPOST_SECRETS_KEY_FILE are both set: one of them is to name the keys.';
  try {
    const read = readFileSync(file, 'utf8');
    return areKeys(read) ? keysIn(read) : `GOALPOST_SECRETS_KEY_FILE ${file} ${KEYS}.`;
  } catch (error) {
    return `GOALPOST_SECRETS_KEY_FILE ${file} cannot be read: ${(error as Error).message}.`;
  }
}

const keysIn = (text: string): string[] => text.split(/\s+/).filter((one) => one !== '');

function areKeys(text: string): boolean {
  const keys = keysIn(text);
  return keys.length > 0 && keys.every((one) => one.length >= 16 && one.length <= 200);
}
