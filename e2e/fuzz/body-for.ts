/** Bodies that fit a route's schema but for what stands in them, so that they come past the first check. */
import fc from 'fast-check';
import { brokenText } from '../../packages/server/src/kit/test-broken.ts';
import type { Operation, World } from './target.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const text = brokenText(200);
const odd: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom(null, true, 0, -1, 1e308, 1.5, [], {}, [[[]]]),
  fc.maxSafeInteger(),
);
const MOST_DEPTH = 8;

/** Undefined where the route takes none. */
export function bodyFor(operation: Operation, world: World): fc.Arbitrary<string | undefined> {
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  if (schema === undefined) return fc.constant(undefined);
  return valueFor(schema as Schema, world, 0).map((value) => JSON.stringify(value));
}

function valueFor(schema: Schema, world: World, depth: number): fc.Arbitrary<unknown> {
  const fitting = depth > MOST_DEPTH ? odd : fittingFor(schema, world, depth);
  return fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: odd });
}

function fittingFor(schema: Schema, world: World, depth: number): fc.Arbitrary<unknown> {
  const { $ref, const: only, enum: some, properties, items } = schema;
  if ($ref !== undefined) {
    const named = world.openapi.components.schemas[$ref.split('/').at(-1) ?? ''] as Schema | undefined;
    return named === undefined ? odd : valueFor(named, world, depth + 1);
  }
  if (only !== undefined) return fc.constant(only);
  if (some !== undefined) return fc.constantFrom(...some);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => valueFor(one, world, depth + 1)));
  if (properties !== undefined) {
    const fields = Object.entries(properties).map(
      ([name, one]) => [name, valueFor(one, world, depth + 1)] as const,
    );
    return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  }
  if (schema.type === 'array')
    return fc.array(items === undefined ? odd : valueFor(items, world, depth + 1), { maxLength: 4 });
  if (schema.type === 'string') return text;
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.oneof(fc.integer(), fc.constantFrom(0, 1, world.counter, 1e308, -1));
  return odd;
}
