/** What `goalpost …` can be told to do. */
export { type Outside, runCommand } from './run-command.ts';
