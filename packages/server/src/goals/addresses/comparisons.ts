/** How the operators of conditions compare addresses [G3, G5]. Pure; takes any text. */
import type { OperatorName } from '@goalpost/contract/goals';
import {
  decodeAddress,
  exactPattern,
  hostLowered,
  isLocal,
  startLowered,
  type AddressForms,
} from './address.ts';

export type AddressComparison = (address: AddressForms) => boolean;

/** What `exact` compares with its value, and the value in that form. */
export function exactForm(value: string): {
  readonly form: 'exact' | 'exactPath' | 'exactLocal';
  readonly pattern: string;
} {
  const pattern = exactPattern(value);
  if (!isLocal(value)) return { form: 'exact', pattern };
  return { form: pattern.includes('#') ? 'exactLocal' : 'exactPath', pattern };
}

function exact(value: string): AddressComparison {
  const { form, pattern } = exactForm(value);
  if (form === 'exact') return ({ exact: forms }) => forms.includes(pattern);
  return (address) => address[form] === pattern;
}

export function contain(value: string): AddressComparison {
  const pattern = hostLowered(decodeAddress(value));
  if (isLocal(pattern)) return ({ local }) => local.includes(pattern);
  // `SHOP.example/up` may begin within the host: then case says nothing up to its path.
  const within = startLowered(pattern);
  const path = within.search(/[/?#]/);
  const [end, rest] = path === -1 ? [within, ''] : [within.slice(0, path), within.slice(path)];
  const inHost = ({ schemeless, local }: AddressForms) =>
    schemeless.some((form) => {
      const host = form.slice(0, form.length - local.length);
      return rest === '' ? host.includes(end) : host.endsWith(end) && local.startsWith(rest);
    });
  return (address) => address.whole.some((form) => form.includes(pattern)) || inHost(address);
}

function start(value: string): AddressComparison {
  const decoded = decodeAddress(value);
  if (isLocal(decoded)) return ({ local }) => local.startsWith(decoded);
  const pattern = startLowered(decoded);
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(pattern);
  return ({ whole, schemeless }) => (hasScheme ? whole : schemeless).some((form) => form.startsWith(pattern));
}

export const ADDRESS_COMPARISONS: Readonly<
  Partial<Record<OperatorName, (value: string) => AddressComparison>>
> = { exact, contain, start };
