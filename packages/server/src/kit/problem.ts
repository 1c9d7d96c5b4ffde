/** A refusal towards an API caller: a value from the contract's closed set, never thrown. */
import {
  ERROR_STATUS,
  type ApiError,
  type ApiErrorItem,
  type ErrorType,
} from '@goalpost/contract/management';

const MARK = Symbol('problem');

export interface Problem {
  readonly [MARK]: true;
  readonly items: readonly [ApiErrorItem, ...ApiErrorItem[]];
}

/** @param location dotted path of the field or parameter at fault */
export function problem(type: ErrorType, message: string, location?: string): Problem {
  return {
    [MARK]: true,
    items: [{ error_type: type, message, ...(location === undefined ? {} : { location }) }],
  };
}

export function problems(items: readonly [ApiErrorItem, ...ApiErrorItem[]]): Problem {
  return { [MARK]: true, items };
}

/** @returns null where nothing is wrong */
export function problemsIn(items: readonly ApiErrorItem[]): Problem | null {
  const [first, ...rest] = items;
  return first === undefined ? null : problems([first, ...rest]);
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && MARK in value;
}

export function problemStatus(refusal: Problem): number {
  return ERROR_STATUS[refusal.items[0].error_type];
}

/** The body a client gets. */
export function problemBody(refusal: Problem): ApiError {
  return { errors: [...refusal.items], code: problemStatus(refusal), message: refusal.items[0].message };
}

/** The body of a refusal whose status is given, such as by a library. */
export function errorBody(code: number, type: ErrorType, message: string, location?: string): ApiError {
  const error = { error_type: type, message, ...(location === undefined ? {} : { location }) };
  return { errors: [error], code, message };
}

export const noSuchRoute = (method: string, path: string): Problem =>
  problem('not_found', `There is no ${method} ${path}.`);
