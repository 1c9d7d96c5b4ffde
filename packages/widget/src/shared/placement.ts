/** Whether the owner wants the widget on this page. */
import type { WidgetSettings } from '@goalpost/contract/chat';

/** A phone: no pointer that hovers, and a narrow screen. */
export const isPhone = (): boolean =>
  matchMedia('(max-width:600px),(hover:none) and (max-height:480px)').matches;

const MATCHES = {
  is: (url: string, value: string) => url === value,
  contains: (url: string, value: string) => url.includes(value),
  starts: (url: string, value: string) => url.startsWith(value),
} as const;

/** Any of the addresses that are wanted, where some are, and none of those that are not. */
export const showsOn = ({ show }: Pick<WidgetSettings, 'show'>, url: string, phone: boolean): boolean => {
  if (!show) return true;
  if (show.devices !== 'all' && (show.devices === 'mobile') !== phone) return false;
  const path = url.replace(/^\w+:\/\/[^/]+/, '');
  const wanted = show.urls.filter(({ op }) => op !== 'not_contains');
  const unwanted = show.urls.some(({ op, value }) => op === 'not_contains' && url.includes(value));
  const isOne = wanted.some(
    ({ op, value }) => op !== 'not_contains' && (MATCHES[op](url, value) || MATCHES[op](path, value)),
  );
  return !unwanted && (isOne || !wanted.length);
};
