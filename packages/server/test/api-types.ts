/** Writes the web app's types of requests from the OpenAPI document. Pure. */

interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Paths of the API that the web app is written against; others are the wire of pages and files. */
const OF_THE_API = /^\/(api|management|stat|chat)\//;
/** Taken from the contract itself: this one grows with every goal type. */
const OF_THE_CONTRACT: Readonly<Record<string, string>> = {
  GoalInput: 'GoalInput',
  GoalInputInput: 'GoalInput',
};
const METHODS = ['get', 'post', 'put', 'delete'];

export function apiTypes({ paths, components }: ApiDocument): string {
  const used = new Set<string>();
  const routes = Object.entries(paths)
    .filter(([path]) => OF_THE_API.test(path))
    .flatMap(([path, operations]) =>
      METHODS.flatMap((method) => {
        const operation = operations[method];
        return operation === undefined
          ? []
          : [`  '${method.toUpperCase()} ${path}': ${routeType(operation, used)};`];
      }),
    )
    .toSorted();
  // A schema may name others: taken until no new one is named.
  const types = new Map<string, string>();
  for (const name of used) {
    const own = OF_THE_CONTRACT[name];
    types.set(
      name,
      own !== undefined ? `z.input<typeof ${own}Schema>` : typeOf(components.schemas[name] ?? {}, used),
    );
  }
  return `/** What each route of the API takes. Written by \`npm run api\` from the server's endpoints; not by hand. */
import type { GoalInput as GoalInputSchema } from '@goalpost/contract/goals';
import type { z } from 'zod';

type Value = string | number | boolean;
/** Takes nothing of the kind. */
export type None = undefined;
${[...types].map(([name, type]) => `type ${name} = ${type};`).join('\n')}

export interface Routes {
${routes.join('\n')}
}
`;
}

function routeType({ parameters = [], requestBody }: Operation, used: Set<string>): string {
  const of = (place: string) => parameters.filter((one) => one.in === place);
  const params = of('path').map(({ name }) => `'${name}'`);
  const query = of('query').map(
    ({ name, required, schema }) => `'${name}'${required === true ? '' : '?'}: ${scalar(schema)};`,
  );
  const body = requestBody?.content['application/json']?.schema;
  return `{ params: ${params.join(' | ') || 'never'}; query: ${
    query.length === 0 ? 'None' : `{ ${query.join(' ')} }`
  }; body: ${body === undefined ? 'None' : typeOf(body, used)} }`;
}

/** A value in the address: its words where they are a closed set. */
const scalar = (schema: Schema): string => (schema.enum === undefined ? 'Value' : typeOf(schema, new Set()));

const property = (name: string, required: boolean, type: string): string => {
  // What is unknown may be undefined as well.
  const orNothing = required || type === 'unknown' ? '' : ' | undefined';
  const quoted = /^[a-z_$][\w$]*$/i.test(name) ? name : `'${name}'`;
  return `readonly ${quoted}${required ? '' : '?'}: ${type}${orNothing};`;
};

function typeOf(schema: Schema, used: Set<string>): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    used.add(name);
    return name;
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts !== undefined) {
    const types = parts.map((part) => typeOf(part, used));
    // A text of any kind says all that one certain text does.
    const told = types.includes('string') ? types.filter((type) => !type.startsWith('"')) : types;
    return told.map((type) => `(${type})`).join(' | ');
  }
  if (schema.allOf !== undefined) return schema.allOf.map((part) => `(${typeOf(part, used)})`).join(' & ');
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return types.length === 0 ? 'unknown' : types.map((type) => plainType(type, schema, used)).join(' | ');
}

function plainType(
  type: string,
  { items = {}, properties, required = [] }: Schema,
  used: Set<string>,
): string {
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'array') return `readonly (${typeOf(items, used)})[]`;
  if (type !== 'object') return type;
  if (properties === undefined) return 'object';
  const fields = Object.entries(properties).map(([name, schema]) =>
    property(name, required.includes(name), typeOf(schema, used)),
  );
  return `{ ${fields.join(' ')} }`;
}
