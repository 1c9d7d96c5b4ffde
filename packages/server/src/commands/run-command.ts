/** Runs what `goalpost …` was given, and says what is wrong with it in one sentence. */
import { BackupRefused } from '../backup/index.ts';
import { CannotStart } from '../boot/cannot-start.ts';
import { readConfig } from '../boot/config/reader.ts';
import { asCannotStart } from '../boot/parts/records.ts';
import { nearest } from '../kit/nearest.ts';
import { backup } from './backup.ts';
import { type Command, type CommandContext, CommandRefused, readArguments } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { mcp } from './mcp.ts';
import { restore } from './restore.ts';
import { start } from './start.ts';
import { user } from './user.ts';
import { version } from './version.ts';

/** In the order of `goalpost --help`. A command is one file and one line here. */
export const COMMANDS: readonly Command[] = [start, demo, backup, restore, doctor, user, mcp, version];

export interface Outside extends Omit<CommandContext, 'config'> {
  /** For errors. */
  complain(line: string): void;
}

/** @returns the exit code; null where the process goes on */
export async function runCommand(args: readonly string[], outside: Outside): Promise<number | null> {
  const [name, ...rest] = asOption(args);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    outside.say(help());
    return 0;
  }
  if (name === '--version' || name === '-v') return runCommand(['version', ...rest], outside);
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const near = nearest(
      name,
      COMMANDS.map((one) => one.name),
    );
    const meant = near === null ? '' : ` Did you mean "${near}"?`;
    outside.complain(`goalpost has no command "${name}".${meant} See "goalpost --help".`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    outside.say(usageOf(command));
    return 0;
  }
  try {
    const given = readArguments(command, rest);
    return await command.run(given, { ...outside, config: () => configOf(outside) });
  } catch (error) {
    const told = asCannotStart(error);
    if (told instanceof CommandRefused) {
      outside.complain(told.message);
      return 2;
    }
    if (!(told instanceof CannotStart) && !(told instanceof BackupRefused)) throw error;
    outside.complain(told.message);
    return 1;
  }
}

/** `help backup` is `backup --help`. */
function asOption(args: readonly string[]): readonly string[] {
  const [name, of = ''] = args;
  return name === 'help' && COMMANDS.some((one) => one.name === of) ? [of, '--help'] : args;
}

function configOf({ environment }: Outside) {
  const reading = readConfig(environment);
  if (!reading.ok) throw new CannotStart(reading.problems.join('\n'));
  return reading.config;
}

function help(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  goalpost ${name.padEnd(width)}  ${summary}`);
  return `${lines.join('\n')}\n\n"goalpost <command> --help" says more of each.`;
}

function usageOf({ name, summary, usage: [line = '', ...more] }: Command): string {
  return [`goalpost ${name} ${line}`.trim(), '', `It ${summary}.`, ...more.map((one) => `  ${one}`)].join(
    '\n',
  );
}
