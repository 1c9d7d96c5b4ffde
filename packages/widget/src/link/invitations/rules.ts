/** Fires invitation rules on the page [C42, C43]. */
import type { RuleForPage } from '@goalpost/contract/chat';
import { firingRule, type PageFacts } from '@goalpost/contract/chat/rules';
import { guard } from '../../shared/guard.ts';
import type { Visit } from '../keep/visit.ts';
import type { Chat } from '../model.ts';
import { isStanding } from '../state.ts';
import type { Where } from '../where.ts';
import { createCart } from './cart.ts';
import { createFired } from './fired.ts';
import type { Invitations } from './standing.ts';
import { watchPage } from './watch-page.ts';

export interface Rules {
  /** @param fromPage the page's script has set them: the server does not know them */
  set(rules: readonly RuleForPage[], fromPage: boolean): void;
  check(): void;
  newPage(): void;
  stop(): void;
}

export interface RulesDeps {
  readonly chat: Chat;
  readonly where: Where;
  readonly invitations: Invitations;
  visit(): Visit;
}

const secondsSince = (at: unknown, now: number): number | null =>
  typeof at === 'number' ? (now - at) / 1_000 : null;

export function createRules({ chat, where, invitations, visit }: RulesDeps): Rules {
  const { memory, state, shell } = chat;
  const fired = createFired(memory);
  const cart = createCart(memory);
  let rules: readonly RuleForPage[] = [];
  let isFromPage = false;

  const facts = (now: number): PageFacts => ({
    secondsOnPage: (now - where.since) / 1_000,
    secondsOnSite: (now - visit().startedAt) / 1_000,
    url: where.now.url,
    referrer: where.now.referrer,
    pagesSeen: visit().pages,
    language: navigator.language,
    phone: state.phone,
    scrollPercent: watch.scrollPercent(),
    exitIntent: watch.exitIntent(),
    cartFilled: cart.isFilled(),
    online: state.online,
    secondsSinceClosed: secondsSince(memory.read('closedAt'), now),
    secondsSinceInvitation: secondsSince(memory.read('invitedAt'), now),
  });

  const check = (): void => {
    const now = Date.now();
    const known = facts(now);
    const hiding = rules.filter(({ action, control }) => action === 'hide' && !control);
    const isHidden =
      !shell.showsOn(state.settings, location.href, state.phone) || firingRule(hiding, known) !== null;
    shell.host.style.setProperty('display', isHidden ? 'none' : 'block', 'important');
    if (isHidden || rules.length === 0 || !(state.connected || isFromPage)) return;
    const isBusy = state.open || state.conversation?.state === 'open' || isStanding(state);
    if (isBusy) return;
    const due = rules.filter((rule) => rule.action !== 'hide' && fired.may(rule, now, visit().startedAt));
    const rule = firingRule(due, known);
    if (rule) fire(rule, now);
  };
  const fire = (rule: RuleForPage, now: number): void => {
    fired.note(rule.id, now);
    const ruleId = isFromPage ? null : rule.id;
    if (rule.control) {
      chat.say({ type: 'invitation', event: 'held', ruleId, text: rule.text });
      return;
    }
    const { text, author, action } = rule;
    invitations.show({ ruleId, text, author, form: action === 'offline_form' });
  };
  const watch = watchPage(check);
  // Later: what stands is put away with the window, and the next one is not to be put away with it.
  chat.inner.on('state', () => setTimeout(guard(check)));

  return {
    set: (next, fromPage) => {
      // What the page has said stands, whatever the server sends when it comes again.
      if (isFromPage && !fromPage) return;
      rules = next;
      isFromPage = fromPage;
      check();
    },
    check,
    newPage: watch.reset,
    stop: () => {
      rules = [];
      watch.stop();
    },
  };
}
