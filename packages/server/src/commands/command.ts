/** What a command of `goalpost` is, and how its arguments are read. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../boot/config/config.ts';

/** A plain sentence for the person at the terminal; ends the command with code 1. */
export class CommandRefused extends Error {}

export interface CommandContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  say(line: string): void;
  /** Settings of the environment. @throws CommandRefused where one is wrong */
  config(): Config;
  /** Programs that take over the process. */
  readonly programs: { start(): Promise<unknown>; demo(): Promise<unknown> };
}

export interface Command {
  readonly name: string;
  /** One line of `goalpost --help`. */
  readonly summary: string;
  /** What follows the name, and what each option means: of `goalpost <name> --help`. */
  readonly usage: readonly string[];
  readonly options: ParseArgsOptionsConfig;
  /** Words beside options that it takes, at most. */
  readonly words: number;
  /** @returns the exit code; null where the process goes on */
  run(given: Given, context: CommandContext): Promise<number | null>;
}

export interface Given {
  readonly words: readonly string[];
  /** The text of an option; null where it was not given. */
  text(name: string): string | null;
  flag(name: string): boolean;
}

/** @throws CommandRefused */
export function readArguments(command: Command, args: readonly string[]): Given {
  const { values, positionals } = parsed(command, args);
  if (positionals.length > command.words)
    throw new CommandRefused(
      `goalpost ${command.name} does not take "${positionals[command.words]}". ${helpOf(command)}`,
    );
  return {
    words: positionals,
    text(name) {
      const value = values[name];
      return typeof value === 'string' ? value : null;
    },
    flag: (name) => values[name] === true,
  };
}

function parsed(
  command: Command,
  args: readonly string[],
): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    throw new CommandRefused(`${sentence}. ${helpOf(command)}`);
  }
}

const helpOf = ({ name }: Command): string => `See "goalpost ${name} --help".`;

/** @throws CommandRefused */
export function wholeNumber(given: Given, name: string, least: number, most: number): number | null {
  const text = given.text(name);
  if (text === null) return null;
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= least && number <= most) return number;
  throw new CommandRefused(`--${name} must be a whole number from ${least} to ${most}, and is "${text}".`);
}
