/** Finds fields of a body that nothing here uses [W73]: slips are refused, of others the answer says so. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import { z } from 'zod';
import type { Endpoint } from '../../kit/endpoint.ts';
import { nearest } from '../../kit/nearest.ts';

/** What changes something; questions have parameters, whose names are looked at elsewhere. */
const LOOKED_AT = ['/management/v1/', '/api/v1/'];
const MAX_TOLD = 10;

interface JsonSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

export interface UnknownFields {
  /** What is probably a slip of the pen, with the name that was meant. */
  readonly slips: readonly ApiErrorItem[];
  /** Where fields stand that clients may have of their own, or that were added to the field's API. */
  readonly unused: readonly string[];
}

const NONE: UnknownFields = Object.freeze({ slips: Object.freeze([]), unused: Object.freeze([]) });

interface Unknown {
  readonly location: string;
  readonly meant: string | null;
}

/** Made once an endpoint: reading its schema takes a millisecond. */
export function unknownFieldsOf({
  url,
  body,
  takenUnused = [],
}: Pick<Endpoint, 'url' | 'body' | 'takenUnused'>): (body: unknown) => UnknownFields {
  if (body === undefined || !LOOKED_AT.some((prefix) => url.startsWith(prefix))) return () => NONE;
  const whole = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const taken = new Set(takenUnused);
  return (given) => {
    const slips: ApiErrorItem[] = [];
    const unused: string[] = [];
    // A body may have a hundred thousand: no more are looked at than are told.
    for (const { location, meant } of walk(given, whole, '', '')) {
      if (meant === null) unused.push(location);
      else slips.push(slip(location, meant));
      if (slips.length + unused.length === MAX_TOLD) break;
    }
    return { slips, unused };
  };

  /** @param path of names and numbers; `form` has `*` in place of numbers */
  function* walk(value: unknown, schema: JsonSchema, path: string, form: string): Generator<Unknown> {
    const at = (key: string, name = key) => [
      path === '' ? key : `${path}.${key}`,
      form === '' ? name : `${form}.${name}`,
    ];
    if (Array.isArray(value)) {
      const { items } = merged(schema);
      if (items === undefined) return;
      for (const [index, item] of value.entries()) {
        const [place = '', kind = ''] = at(String(index), '*');
        yield* walk(item, items, place, kind);
      }
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const { properties } = merged(schema);
    if (properties === undefined) return;
    for (const [key, inner] of Object.entries(value)) {
      const [place = '', kind = ''] = at(key);
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (known !== undefined) yield* walk(inner, known, place, kind);
      else if (!taken.has(kind))
        yield { location: place.slice(0, 200), meant: nearest(key, Object.keys(properties)) };
    }
  }

  function merged(schema: JsonSchema): JsonSchema {
    const own =
      schema.$ref === undefined ? schema : (whole.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    const variants = [...(own.anyOf ?? []), ...(own.allOf ?? [])].map(merged);
    if (variants.length === 0) return own;
    const properties = [own, ...variants].flatMap((one) => Object.entries(one.properties ?? {}));
    const items = [own, ...variants].find((one) => one.items !== undefined)?.items;
    return {
      ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
      ...(items === undefined ? {} : { items }),
    };
  }
}

const slip = (location: string, meant: string): ApiErrorItem => ({
  error_type: 'invalid_parameter',
  message: `Unknown field "${location}". Did you mean "${meant}"?`,
  location,
});

/** For a header: any client may send any name. */
export const unusedHeader = (unused: readonly string[]): string =>
  unused.map((location) => location.replaceAll(/[^\x21-\x2b\x2d-\x7e]/g, '?')).join(', ');
