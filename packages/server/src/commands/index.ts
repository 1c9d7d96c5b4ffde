/** What `goalpost …` can be told to do. */
export { runCommand } from './run-command.ts';
