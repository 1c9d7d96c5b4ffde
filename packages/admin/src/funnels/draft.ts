/** A funnel of the address as the API is asked for it. Pure. */
import { CHAT_BEGINNINGS, type ChatBeginning } from '@goalpost/contract/reports/beginnings';
import { printFilter } from '@goalpost/contract/reports/filters';
import type { FunnelStep } from '@goalpost/contract/reports/funnels';
import type { DraftStep, Match } from './search.ts';

export const FEWEST_STEPS = 2;

/** Whether it says enough to be asked: any page and any chat may be meant, an event and a goal have names. */
export const isWhole = ({ type, value = '' }: DraftStep): boolean =>
  type !== 'goal' || /^[1-9]\d*$/.test(value);

export function stepOf(
  { type, value: given = '', match = 'is', directly }: DraftStep,
  first: boolean,
): FunnelStep {
  const rest = directly === true && !first ? { directly } : {};
  const value = given.trim();
  switch (type) {
    case 'page':
    case 'download':
      return { type, ...(value === '' ? {} : { filter: addressFilter(type, value, match) }), ...rest };
    case 'event':
      return { type, ...(value === '' ? {} : { name: value }), ...rest };
    case 'goal':
      return { type, goal_id: Number(value), ...rest };
    case 'chat': {
      const began: ChatBeginning | undefined = CHAT_BEGINNINGS.find((one) => one === value);
      return { type, ...(began === undefined ? {} : { began }), ...rest };
    }
  }
}

const OPERATORS = { is: '==', starts: '=*', contains: '=@' } as const;

/** A path, or a whole address where one is given. */
function addressFilter(type: 'page' | 'download', value: string, match: Match): string {
  const page = value.includes('?') ? 'ym:pv:URLPathFull' : 'ym:pv:URLPath';
  const ofPage = /^https?:/i.test(value) ? 'ym:pv:URL' : page;
  const text = match === 'starts' ? `${value}*` : value;
  return printFilter({
    kind: 'condition',
    name: type === 'page' ? ofPage : 'ym:dl:downloadURL',
    operator: type === 'page' ? OPERATORS[match] : '=@',
    values: [{ text: type === 'page' ? text : value, at: 1 }],
    at: 1,
  });
}
