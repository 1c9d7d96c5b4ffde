/** A parameter as one text; said several times, it is a list. */
import type { RawParams } from '../parse/request.ts';

export const said = (value: RawParams[string]): string => [value ?? ''].flat().join().trim();
