/** One hit as goals look at it; the forms of its address are worked out once. */
import type { AddressForms } from './addresses/address.ts';
import { NO_VISIT, type GoalFact, type VisitSoFar } from './fact.ts';
import { withoutRepeated } from './commerce/orders.ts';
import { readCommerce, type CommerceAction } from './commerce/read-commerce.ts';
import { readDone, type Done } from './done/done.ts';
import { readJson } from './done/json.ts';
import { readLink, type Link } from './links/link.ts';
import { readPage, type ReadPage } from './addresses/read-pages.ts';

export interface Subject {
  readonly kind: GoalFact['kind'];
  readonly fact: GoalFact;
  readonly visit: VisitSoFar;
  /** Of an event; else empty. */
  readonly identifier: string;
  /** Of a page view; else null. */
  address(): AddressForms | null;
  /** What the hit says was done with products, without orders that were counted before [G52]. */
  commerce(): readonly CommerceAction[];
  /** The params that it carries, read; null: none. */
  params(): unknown;
  /** What a form, a button, contact data or engagement says was done. */
  done(): Done;
  /** Names of the parameters of the page of a view that have a value. */
  parameters(): ReadonlySet<string>;
  /** Whether a view's page was come to from a payment system. */
  isFromPayment(): boolean;
  /** The page of a view, or where a link or a download leads; else null. */
  link(): Link | null;
}

const NONE = (): null => null;
const NO = (): boolean => false;
const NOTHING_SAID: ReadonlySet<string> = new Set();
const NO_NAMES = () => NOTHING_SAID;

const NO_ORDERS: ReadonlySet<number> = new Set();
const NO_ACTIONS: readonly CommerceAction[] = Object.freeze([]);
const NO_COMMERCE = () => NO_ACTIONS;
const NOTHING_DONE = readDone('');
const NO_DEED = (): Done => NOTHING_DONE;

export function subjectOf(
  fact: GoalFact,
  visit: VisitSoFar = NO_VISIT,
  pageOf: (url: string) => ReadPage = readPage,
): Subject {
  const { kind } = fact;
  const common = {
    kind,
    fact,
    visit,
    identifier: '',
    address: NONE,
    link: NONE,
    done: NO_DEED,
    parameters: NO_NAMES,
    isFromPayment: NO,
    params: fact.params ? onceAny(() => readJson(fact.params ?? '')) : NONE,
    commerce: fact.commerce
      ? once(() => withoutRepeated(readCommerce(fact.commerce ?? ''), visit.countedOrders ?? NO_ORDERS))
      : NO_COMMERCE,
  };
  switch (kind) {
    case 'event':
      return { ...common, identifier: fact.identifier };
    case 'view': {
      const { forms, link, parameters } = pageOf(fact.url);
      const { referrer } = fact;
      const isFromPayment = referrer ? () => pageOf(referrer).isPayment() : NO;
      return { ...common, address: forms, link, parameters, isFromPayment };
    }
    case 'link':
    case 'download':
      return { ...common, link: once(() => readLink(fact.url)) };
    case 'form':
    case 'button':
    case 'contact':
    case 'engagement':
      return { ...common, done: once(() => readDone(fact.url)) };
    default:
      return common;
  }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The same for what may be null. */
function onceAny(make: () => unknown): () => unknown {
  const known = once(() => ({ value: make() }));
  return () => known().value;
}
