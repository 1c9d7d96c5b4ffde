/** A log cut into days, for the lines between them. Pure. */
import type { ChatMessage } from '@goalpost/contract/chat';

export interface Day {
  /** `YYYY-MM-DD` where the operator is. */
  readonly day: string;
  readonly messages: readonly ChatMessage[];
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** The day of the operator's own clock. */
export function localDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export function daysOf(log: readonly ChatMessage[]): Day[] {
  const days: { day: string; messages: ChatMessage[] }[] = [];
  for (const message of log) {
    const day = localDay(message.at);
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}

/** Whether two messages are said in one breath, so that the name need not stand twice. */
export function sameBreath(before: ChatMessage | undefined, after: ChatMessage): boolean {
  return (
    before !== undefined &&
    before.kind === after.kind &&
    before.authorId === after.authorId &&
    before.author === after.author &&
    after.at - before.at < 180_000
  );
}
