/** The addresses of the chat's files in the OpenAPI document; they are no endpoints of the list: bodies are bytes. */
import {
  CHAT_SECRET_HEADER,
  FILE_NAME_HEADER,
  FileRefused,
  FileUploaded,
  MAX_FILE_BYTES,
} from '@goalpost/contract/chat';
import type { z } from 'zod';

type Json = Record<string, unknown>;

const BYTES = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

const path = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

const FILE_NAME = header(FILE_NAME_HEADER, "The file's name, by `encodeURIComponent`.");
const SECRET = header(CHAT_SECRET_HEADER, "The visitor's secret, as `welcome` gave it.");

/** @param schemaOf adds what it refers to to the document's components */
export function filePaths(schemaOf: (schema: z.ZodType) => Json): Record<string, Json> {
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema: schemaOf(schema) } } });
  const upload = {
    tags: ['chat'],
    requestBody: {
      required: true,
      description: `The file's bytes and nothing else, at most ${MAX_FILE_BYTES}. What a file is, its first bytes decide.`,
      content: BYTES,
    },
    responses: {
      200: { description: "Kept; its `id` goes into a message's `fileId`.", ...json(FileUploaded) },
      default: { description: 'Refused.', ...json(FileRefused) },
    },
  };
  return {
    '/api/v1/counters/{counterId}/chat/files': {
      post: {
        ...upload,
        summary: 'Send a file up as an operator',
        security: [{ token: [] }, { session: [] }],
        'x-permission': 'chat:answer',
        parameters: [path('counterId', 'Number of the counter.'), FILE_NAME],
      },
    },
    // Two addresses that differ by the name of their parameter only are one to OpenAPI.
    '/chat/v1/files/{id}': {
      post: {
        ...upload,
        summary: 'Send a file up as a visitor',
        security: [],
        'x-permission': 'public',
        parameters: [path('id', 'Number of the counter.'), FILE_NAME, SECRET],
      },
      get: {
        tags: ['chat'],
        summary: 'A file of a message: whoever knows its id may have it',
        security: [],
        'x-permission': 'public',
        parameters: [path('id', "The file's id.")],
        responses: {
          200: {
            description: 'Its bytes, with headers that make a stranger’s file harmless.',
            content: BYTES,
          },
          404: { description: 'There is no such file.' },
          503: { description: 'Files cannot be read now; try again.' },
        },
      },
    },
  };
}
