/** What pages get of the vendors' declarations: the table by which they are seen, and one adapter for each. */
import { goalOf, isOutcome, VENDORS, vendorOf } from '@goalpost/contract/vendors';
import type { Sight, SiteChats } from './model.ts';

export const SIGHTS: readonly Sight[] = VENDORS.map(({ id, seen }) => [
  id,
  (seen.globals ?? []).join(' '),
  (seen.scripts ?? []).join(' '),
  seen.elements ?? '',
]);

/** Events of the window by which vendors hand their widget out. */
export const EARLY: readonly string[] = VENDORS.flatMap(({ listens }) =>
  listens.flatMap((heard) => (heard.by === 'call' && heard.from ? [heard.from[0]] : [])),
);

/**
 * A JavaScript module that imports what hears all vendors; nothing where there is no such vendor.
 * @param build of the tag, so that both are of one
 */
export function composeAdapter(id: string, build: string): string | undefined {
  const vendor = vendorOf(id);
  if (vendor === undefined) return undefined;
  const { listens, reports } = vendor;
  const adapter = {
    id,
    starts: (['started', 'invited', 'operator'] as const).map((outcome) => goalOf(vendor, outcome)),
    listens: listens.map((listening) => ({
      ...listening,
      rows: listening.rows.map(([event, signal, ...where]) => [
        event,
        isOutcome(signal) ? goalOf(vendor, signal) : signal,
        ...where,
      ]),
    })),
    ...(reports ? { reports } : {}),
  };
  return `import e from"./hear.js?${build}";export default(a,b,c,d,f)=>e(${JSON.stringify(adapter)},a,b,c,d,f)`;
}

/** What tells a vendor the visitor's number; nothing where its page API cannot be told. */
function composeHand(hand: string, id: string): string | undefined {
  const hands = vendorOf(id)?.hands;
  if (hands === undefined) return undefined;
  const args = JSON.stringify(hands.args).replace(/"\$visitor"/g, '$visitor');
  return hand.replace('GOALPOST_HAND', () => `[${JSON.stringify(hands.path)},$visitor=>${args}]`);
}

/**
 * What pages fetch by this name; nothing where there is no such part.
 * @param built parts that are the same for all vendors
 */
export function composePart(
  name: string,
  built: Readonly<Record<string, string>>,
  build: string,
): string | undefined {
  // It says by its name what was odd: the server counts who asks for it [W74].
  if (/^odd-(object|origin|value)$/.test(name)) return 'export default 0';
  if (name.startsWith('hand-')) return composeHand(built['hand'] ?? '', name.slice('hand-'.length));
  if (['hear', 'own', 'api'].includes(name)) return built[name];
  return composeAdapter(name, build);
}

/** The built runner with what a counter's owner has chosen. */
export function composeChats(runner: string, site: SiteChats): string {
  return runner.replace('GOALPOST_SITE', () => JSON.stringify(site));
}
