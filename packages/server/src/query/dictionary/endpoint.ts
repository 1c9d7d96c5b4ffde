/** `/api/v1/names`: every metric and dimension of the API, with its words, so that programs can look them up. */
import { DIMENSIONS, fullName, METRICS, type MetricId } from '@goalpost/contract/reports/names';
import { enNames } from '@goalpost/contract/reports/names/en';
import { ruNames } from '@goalpost/contract/reports/names/ru';
import { NamesResponse } from '@goalpost/contract/reports/dictionary';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import type { Named } from '../parse/names.ts';
import { DIMENSIONS as DIMENSION_LIST, METRICS as METRIC_LIST } from '../registry.ts';
import { scopeOf, SCOPES } from '../scopes/scopes.ts';

const WORDS = { en: enNames, ru: ruNames };

type Entry = NamesResponse['names'][number];

const fullNames = ({ id, scopes = ['visits'], ours }: Named): string[] =>
  SCOPES.filter(({ id: scope }) => scopes.includes(scope)).map((scope) => {
    if (scope.id === 'visits') return fullName(id);
    return (ours === true ? (scope.ours ?? '') : scope.prefix) + id;
  });

function entries(lang: 'en' | 'ru'): Entry[] {
  const { metric, metricHelp, dimension, dimensionHelp } = WORDS[lang];
  const metrics = METRIC_LIST.filter(({ id }) => Object.hasOwn(METRICS, id)).flatMap((one) => {
    const id = one.id as MetricId;
    const rest = { title: metric[id], help: metricHelp[id], unit: METRICS[id].unit };
    return fullNames(one).map((name): Entry => ({ kind: 'metric', name, ...rest }));
  });
  const dimensions = DIMENSION_LIST.flatMap((one) => {
    const id = DIMENSIONS.find((known) => known === one.id);
    if (id === undefined) return [];
    const rest = { title: dimension[id], help: dimensionHelp[id] };
    return fullNames(one).map((name): Entry => ({ kind: 'dimension', name, ...rest }));
  });
  return [...metrics, ...dimensions];
}

/** The product's own names begin otherwise than the field's. */
function isOf({ name }: Entry, scope: string | undefined): boolean {
  return scope === undefined || scopeOf(name)?.id === scope;
}

const plain = (text: string): string => text.toLowerCase();

/** Every word of the search stands in its name, title or help. */
function fits(search: string): (entry: Entry) => boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return ({ name, title, help }) => {
    const text = plain(`${name} ${title} ${help}`);
    return words.every((word) => text.includes(word));
  };
}

export function namesEndpoints(): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/names',
      summary: 'Metrics and dimensions that can be asked for, with what each means',
      tag: 'stat',
      auth: 'account',
      query: z.object({
        kind: z.enum(['metric', 'dimension']).optional(),
        search: z.string().max(200).default('').describe('Words that the name, its title or its help holds.'),
        scope: z
          .enum(SCOPES.map(({ id }) => id) as [string, ...string[]])
          .optional()
          .describe('What is asked of; all of them unless said.'),
        lang: z.enum(['en', 'ru']).default('en'),
        limit: z.coerce.number().int().min(1).max(2_000).default(2_000),
      }),
      response: NamesResponse,
      handle: async ({ query: { kind, search, scope, lang, limit } }) => {
        const found = entries(lang)
          .filter((one) => (kind === undefined || one.kind === kind) && isOf(one, scope))
          .filter(fits(search));
        return { names: found.slice(0, limit), total: found.length };
      },
    }),
  ];
}
