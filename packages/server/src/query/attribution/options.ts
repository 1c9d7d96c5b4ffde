/** What of a question of attribution is its own; all else is read as of a report. */
import {
  ATTRIBUTION_MODELS,
  MAX_WINDOW_DAYS,
  type AttributionModel,
} from '@goalpost/contract/reports/attribution';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { said } from '../actions/said.ts';
import type { RawParams } from '../parse/request.ts';
import { settle } from '../parse/settle.ts';
import type { Attributing } from './compile.ts';

export interface Options extends Omit<Attributing, 'plan' | 'goals'> {
  /** As a report is asked. */
  readonly question: RawParams;
}

const MAX_ROWS = 1_000;
const MAX_TEXT = 200;

export function readOptions(raw: RawParams): Options | Problem {
  const { models, window, half_life, ad_system, limit, dimensions, ...rest } = raw;
  const read = settle({
    models: readModels(said(models)),
    windowDays: readNumber(said(window), 'window', MAX_WINDOW_DAYS, MAX_WINDOW_DAYS),
    halfLifeDays: readNumber(said(half_life), 'half_life', 7, MAX_WINDOW_DAYS),
    limit: readNumber(said(limit), 'limit', 100, MAX_ROWS),
    adSystem: readSystem(said(ad_system)),
  });
  if (isProblem(read)) return read;
  const question = { ...rest, metrics: 'ym:s:visits', dimensions: dimensions ?? 'ym:s:lastTrafficSource' };
  return { ...read, question };
}

const invalid = (location: string, message: string): Problem =>
  problem('invalid_parameter', `${location}: ${message}`, location);

function readModels(list: string): readonly AttributionModel[] | Problem {
  if (list === '') return ATTRIBUTION_MODELS;
  const names = list.split(',').map((name) => name.trim());
  const isModel = (name: string): name is AttributionModel =>
    (ATTRIBUTION_MODELS as readonly string[]).includes(name);
  const wrong = names.find((name) => !isModel(name));
  if (wrong !== undefined) {
    return invalid('models', `${JSON.stringify(wrong)} is none of ${ATTRIBUTION_MODELS.join(', ')}`);
  }
  return [...new Set(names.filter(isModel))];
}

function readNumber(text: string, location: string, usual: number, most: number): number | Problem {
  if (text === '') return usual;
  const number = Number(text);
  if (/^\d{1,4}$/.test(text) && number >= 1 && number <= most) return number;
  return invalid(location, `${JSON.stringify(text)} is not a whole number from 1 to ${most}`);
}

function readSystem(text: string): string | null | Problem {
  if (text === '') return null;
  return text.length <= MAX_TEXT ? text : invalid('ad_system', `at most ${MAX_TEXT} characters`);
}
