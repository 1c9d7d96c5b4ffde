/** The server's log: JSON lines for machines; at a terminal, lines that a person reads. */
import { pino, type Logger } from 'pino';

export type { Logger };

/** From the fullest log to the shortest; what stops the server is always written. */
export const LOG_LEVELS = ['info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const LEVELS: Readonly<Record<number, string>> = { 30: 'info', 40: 'warning', 50: 'error', 60: 'fatal' };

export function createLog(output: NodeJS.WriteStream): Logger {
  if (!output.isTTY) return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, output);
  return pino({ base: null }, { write: (line: string) => output.write(`${forPeople(line)}\n`) });
}

/** @param line one of pino's JSON lines */
function forPeople(line: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const named = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const { stack, message } = (err ?? {}) as { stack?: string; message?: string };
  const cause = stack ?? message;
  return [
    [clock, LEVELS[Number(level)] ?? '', String(msg), ...named].filter((part) => part !== '').join('  '),
    ...(cause === undefined ? [] : [cause]),
  ].join('\n');
}
