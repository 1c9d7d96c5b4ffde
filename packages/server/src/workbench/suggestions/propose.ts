/** Which goals would count what happened, as each kind of hit says. Pure; takes any text. */
import type { GoalSuggestion } from '@goalpost/contract/workbench';
import { CATALOGUE, readDone, type GoalFact, subjectOf } from '../../goals/index.ts';

export type Proposed = GoalSuggestion['goal'];

/** What visitors do by links: one goal for all of a kind. */
const BY_LINKS = CATALOGUE.filter(({ id }) => ['phone', 'email', 'messenger', 'social', 'file'].includes(id));

/** What an identifier of an event may not hold where it is compared whole. */
const FORBIDDEN = /[/\\&#?="]/;
const MOST_TEXT = 100;

const one = (
  type: Proposed['type'],
  operator: Proposed['conditions'][number]['type'],
  url: string,
): Proposed => ({
  type,
  conditions: [{ type: operator, url }],
});

/** An identifier as a pattern that fits it alone. */
const literal = (text: string): string => `^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)}$`;

function ofElement(type: 'form' | 'button', url: string): Proposed | null {
  const done = readDone(url);
  const [id, name, path] = ['i', 'n', 'p'].map((part) => done.part(part).trim());
  const text = type === 'button' ? done.part('t').replaceAll(/\s+/g, ' ').trim() : '';
  if (id) return one(type, 'id', id);
  if (name) return one(type, 'name', name);
  if (text !== '' && text.length <= MOST_TEXT) return one(type, 'text', text);
  return path ? one(type, 'path', path) : null;
}

/** @returns null where no goal could tell it from others */
export function proposalOf(fact: GoalFact): Proposed | null {
  switch (fact.kind) {
    case 'event':
      if (fact.identifier.trim() === '') return null;
      return FORBIDDEN.test(fact.identifier)
        ? one('action', 'regexp', literal(fact.identifier))
        : one('action', 'exact', fact.identifier);
    case 'link':
    case 'download': {
      const entry = BY_LINKS.find(({ recognise }) => recognise(subjectOf(fact)));
      return entry === undefined ? null : { type: entry.type, conditions: [...entry.conditions] };
    }
    case 'form':
    case 'button':
      return ofElement(fact.kind, fact.url);
    case 'view':
      return one('url', 'contain', fact.url);
    default:
      return null;
  }
}
