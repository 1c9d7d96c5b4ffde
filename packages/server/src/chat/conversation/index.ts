/** The conversation: a pure state machine, and the rules of its goal. */
export {
  type Answerable,
  CHAT_EVENTS,
  type ChatEvent,
  type Command,
  type Effect,
  type Operator,
} from './command.ts';
export { hasMadeGoal, standingIn } from './goal-of.ts';
export { SILENCE_MS, step } from './step.ts';
