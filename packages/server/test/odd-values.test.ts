/** Each field of each body that a route takes, with values that come by mistake: never a 500 [W22]. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCounter, ownerOf, type Someone } from './access/people.ts';
import { startServer, type TestServer } from './start-server.ts';

/** As much of JSON Schema as the document of the API has. */
interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly format?: string;
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
type Value = Readonly<Record<string, unknown>>;

const ODD = ['', '1e3', '-1', "1' OR '1'='1", '%', '\ud800', '99999999999999999999', 1e15, 1.5, -1];
/** These end what the rest needs, or ask strangers elsewhere. */
const LEFT_OUT =
  /^\/api\/v1\/(?:setup|sessions|me\b|password|email|join)|\/(?:undelete|purge|rates\/source)$/;
const FORMATS: Readonly<Record<string, string>> = {
  email: 'ann@shop.example',
  uri: 'https://shop.example/',
  date: '2026-11-30',
  'date-time': '2026-11-30T10:00:00Z',
  uuid: '00000000-0000-4000-8000-000000000000',
};

let server: TestServer;
let owner: Someone;
let counterId: number;
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
let schemas: Readonly<Record<string, Schema>>;

beforeAll(async () => {
  server = await startServer();
  owner = await ownerOf(server);
  counterId = await makeCounter(owner);
  const { body } = await owner.call<{
    paths: typeof paths;
    components: { schemas: typeof schemas };
  }>('GET', '/api/openapi.json');
  ({ paths } = body);
  ({ schemas } = body.components);
});
afterAll(() => server.close());

const whole = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

/** A value of the schema's shape, though not always one that the route takes. */
function valueOf(given: Schema, depth = 0): unknown {
  if (depth > 8) return null;
  const schema = whole(given);
  const within = (one: Schema): unknown => valueOf(one, depth + 1);
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return within(choice);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(within)) as Value;
  if (schema.properties === undefined) return plainOf(schema, within);
  return Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, within(one)]));
}

function plainOf(schema: Schema, within: (one: Schema) => unknown): unknown {
  const [first = schema.const] = schema.enum ?? [];
  if (first !== undefined) return first;
  switch (schema.type) {
    case 'array':
      return schema.items === undefined ? [] : [within(schema.items)];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      return FORMATS[schema.format ?? ''] ?? 'abc';
    default:
      return null;
  }
}

/** The value with one field after the other odd. */
function* oddOnes(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) for (const [item] of [value]) for (const odd of oddOnes(item)) yield [odd];
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value))
      for (const odd of oddOnes(one)) yield { ...value, [name]: odd };
  else yield* ODD;
}

it('[W22] no value of any field of a body makes a route fail', async () => {
  const failed: string[] = [];
  let sent = 0;
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { requestBody }] of Object.entries(methods)) {
      const schema = requestBody?.content['application/json']?.schema;
      if (schema === undefined || LEFT_OUT.test(path) || path.startsWith('/stat/')) continue;
      const filled = path.replace('{counterId}', String(counterId)).replaceAll(/\{[^}]*\}/g, '1');
      for (const body of oddOnes(valueOf(schema))) {
        sent += 1;
        const { status } = await owner.call(method.toUpperCase(), filled, body);
        if (status >= 500) failed.push(`${method} ${path} ${JSON.stringify(body)}`);
      }
    }
  expect(failed).toEqual([]);
  expect(sent).toBeGreaterThan(1_000);
});
