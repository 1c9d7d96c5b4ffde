/** The conversation: a pure state machine, and the rules of its goal. */
export {
  type Answerable,
  CHAT_EVENTS,
  type ChatEvent,
  type Command,
  type Content,
  type Effect,
  type Operator,
  type VisitorNow,
} from './command.ts';
export { standingIn } from './goal-of.ts';
export { SILENCE_MS, step } from './step.ts';
