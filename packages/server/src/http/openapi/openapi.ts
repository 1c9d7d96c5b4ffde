/** The OpenAPI 3.1 document of everything the server offers, written from the endpoint list itself. */
import { ApiError } from '@goalpost/contract/management';
import { z } from 'zod';
import { cookiePrefixOf } from '../../kit/base-path/base-path.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { TAKEN_UNUSED } from '../answers/known-parameters.ts';
import { filePaths } from './openapi-files.ts';
import { WATCH_PATHS } from './openapi-watch.ts';

type Json = Record<string, unknown>;

const TAKEN = Object.entries(TAKEN_UNUSED)
  .map(([name, why]) => `\`${name}\` (${why.replace(/\.$/, '')})`)
  .join(', ');

/** @param base path below which the server lies; empty: the root */
export function openApiDocument(endpoints: readonly Endpoint[], version: string, base = ''): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {
    ...WATCH_PATHS,
    ...filePaths((schema) => schemaOf(schema, 'output', components)),
  };
  const error = schemaOf(ApiError, 'output', components);
  for (const endpoint of endpoints) {
    const path = endpoint.url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, error, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Goalpost',
      version,
      description: `Counters, goals and reports. Errors of every path have the shape \`ApiError\`.

Unknown query parameters are refused. \`pretty=1\` indents every answer. Taken at every path and, where a path does not list them itself, not used: ${TAKEN}.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    ...(base === '' ? {} : { servers: [{ url: base }] }),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        token: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`OAuth <token>`; `Bearer <token>` works too.',
        },
        session: { type: 'apiKey', in: 'cookie', name: `${cookiePrefixOf(base)}.session_token` },
      },
    },
  };
}

function operation(endpoint: Endpoint, error: Json, components: Json): Json {
  return {
    summary: endpoint.summary,
    tags: [endpoint.tag],
    // What a caller must be allowed: nothing, to be signed in, or an ability on the counter [A45].
    'x-permission': typeof endpoint.auth === 'string' ? endpoint.auth : endpoint.auth.counter,
    ...(endpoint.asks === true ? { 'x-asks': true } : {}),
    ...(endpoint.ofDeleted === true ? { 'x-of-deleted': true } : {}),
    security: endpoint.auth === 'public' ? [] : [{ token: [] }, { session: [] }],
    parameters: [
      ...parameters(endpoint.params ?? pathText(endpoint.url), 'path', components),
      ...parameters(endpoint.query, 'query', components),
    ],
    ...(endpoint.asks === true && endpoint.query
      ? { requestBody: questionBody(schemaOf(endpoint.query, 'input', components)) }
      : {}),
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: contentOf(endpoint, schemaOf(endpoint.body, 'input', components)),
          },
        }
      : {}),
    responses: {
      200: {
        description: 'Done.',
        content: {
          [endpoint.contentType ?? JSON_TYPE]: { schema: schemaOf(endpoint.response, 'output', components) },
        },
      },
      default: { description: 'Refused.', content: json(error) },
    },
  };
}

/** A file comes in three ways. */
const contentOf = ({ fileBytes }: Endpoint, schema: Json): Json =>
  fileBytes === undefined
    ? json(schema)
    : { ...json(schema), 'multipart/form-data': { schema }, 'text/csv': { schema: { type: 'string' } } };

/** Parameters of a question, in the body instead of in the address. */
const questionBody = (schema: Json): Json => ({
  required: false,
  description: 'Parameters, as a form or as JSON; each stands here or in the address.',
  content: { 'application/x-www-form-urlencoded': { schema }, [JSON_TYPE]: { schema } },
});

const JSON_TYPE = 'application/json';
const json = (schema: Json) => ({ [JSON_TYPE]: { schema } });

/** Path parameters that the endpoint reads as plain text. */
function pathText(url: string): z.ZodType {
  return z.object(
    Object.fromEntries([...url.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, z.string()])),
  );
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query', components: Json): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input', components) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
    ...(typeof property['description'] === 'string' ? { description: property['description'] } : {}),
  }));
}

/** Schemas with an `id` go to `components`; where input and output differ, the later one gets a name of its own. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...root
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // Answers may grow fields.
    override: ({ jsonSchema }) => void delete jsonSchema.additionalProperties,
  });
  const names = new Map<string, string>();
  for (const [name, definition] of Object.entries($defs)) {
    const known = components[name];
    const differs =
      known !== undefined && JSON.stringify(known) !== JSON.stringify(pointed(definition, names));
    names.set(name, differs ? `${name}${io === 'input' ? 'Input' : 'Output'}` : name);
  }
  for (const [name, definition] of Object.entries($defs)) {
    components[names.get(name) ?? name] = pointed(definition, names);
  }
  return pointed(root, names);
}

/** The same schema with `#/$defs/…` pointing into the document's components. */
function pointed(value: object, names: ReadonlyMap<string, string>): Json {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (key !== '$ref' || typeof inner !== 'string') return inner;
    const name = inner.replace('#/$defs/', '');
    return `#/components/schemas/${names.get(name) ?? name}`;
  });
  return JSON.parse(text) as Json;
}
