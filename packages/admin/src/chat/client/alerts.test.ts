import { expect, it } from 'vitest';
import { callsFor } from './alerts.ts';
import { EMPTY_DESK, type DeskState } from './state.ts';
import { conversation, message } from './test-client.ts';
import { titleWith } from './title.ts';

function desk(changes: Parameters<typeof conversation>[0] = {}): DeskState {
  const view = conversation(changes);
  return { ...EMPTY_DESK, me: { id: 'me', name: 'Olga' }, conversations: new Map([[view.id, view]]) };
}

it('calls for what visitors write to the operator or to nobody yet', () => {
  expect(callsFor(message(1), desk(), false, null)).toEqual({ sound: true, notice: true });
  expect(callsFor(message(1), desk({ assignedTo: { id: 'me', name: '' } }), false, null).sound).toBe(true);
  expect(callsFor(message(1), desk({ assignedTo: { id: 'you', name: '' } }), false, null).sound).toBe(false);
  expect(callsFor(message(1), desk({ blocked: true }), false, null).sound).toBe(false);
  expect(callsFor(message(1, { kind: 'operator' }), desk(), false, null).sound).toBe(false);
});

it('rings also on a tab that is looked at, unless the conversation itself is', () => {
  expect(callsFor(message(1), desk(), true, 'other')).toEqual({ sound: true, notice: false });
  expect(callsFor(message(1), desk(), true, 'c1')).toEqual({ sound: false, notice: false });
  expect(callsFor(message(1), desk(), false, 'c1')).toEqual({ sound: true, notice: true });
});

it('puts the count before the title once', () => {
  expect(titleWith('Inbox', 3)).toBe('(3) Inbox');
  expect(titleWith('(3) Inbox', 12)).toBe('(12) Inbox');
  expect(titleWith('(12) Inbox', 0)).toBe('Inbox');
});
