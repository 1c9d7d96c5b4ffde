/** The program behind `goalpost …`: `bin/goalpost.mjs` starts it with a Node that is new enough. */
import { runCommand } from './commands/index.ts';

const code = await runCommand(process.argv.slice(2), {
  environment: process.env,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  programs: { start: () => import('./main.ts'), demo: () => import('../demo/main.ts') },
});
if (code !== null) process.exitCode = code;
