/** What pages get of the vendors' declarations: the table by which they are seen, and one adapter for each. */
import { isOutcome, VENDORS, vendorOf } from '@goalpost/contract/vendors';
import { OUTCOME_SUFFIXES } from '@goalpost/contract/vendors/outcomes';
import type { Sight, SiteChats } from './model.ts';

export const SIGHTS: readonly Sight[] = VENDORS.map(
  ({ id, seen: { globals = [], scripts = [], elements = '', unless } }): Sight => [
    id,
    globals.join(' '),
    scripts.join(' '),
    elements,
    ...(unless === undefined ? ([] as const) : ([unless] as const)),
  ],
);

/** Events of the page that may come before the adapter does: a vendor hands its widget out, or tells something. */
export const EARLY: readonly string[] = [
  ...new Set(
    VENDORS.flatMap(({ listens }) =>
      listens.flatMap((heard) => {
        if (heard.by === 'call') return heard.from ? [heard.from[0]] : [];
        return heard.by === 'window' ? heard.rows.map(([event]) => event) : [];
      }),
    ),
  ),
];

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
    prefix: vendor.prefix,
    listens: listens.map((listening) => ({
      ...listening,
      rows: listening.rows.map(([event, signal, ...where]) => [
        event,
        isOutcome(signal) ? OUTCOME_SUFFIXES[signal] : signal,
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
  return hand.replace(/GOALPOST_HAND/g, () => `[${JSON.stringify(hands.path)},$visitor=>${args}]`);
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
  return runner.replace(/GOALPOST_SITE/g, () => JSON.stringify(site));
}
