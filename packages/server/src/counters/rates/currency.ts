/** Knows the currencies of ISO 4217. */
import { isMoney } from '../../collect/index.ts';

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').filter(isMoney));

export const isCurrency = (code: string): boolean => KNOWN.has(code);

/** What is said of a code that is none. */
export const NO_SUCH_CURRENCY = 'there is no such currency in ISO 4217';
