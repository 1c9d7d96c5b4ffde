/** Which goals an uploaded line reaches [G131] [G132]. Pure. */
import { compileGoals, NO_MEMORY, type GoalDefinition } from '../../goals/index.ts';
import type { UploadedLine } from './read-upload.ts';

export type GoalsOfLine = (line: Pick<UploadedLine, 'target' | 'types'>) => readonly GoalDefinition[];

export function createGoalsOfLine(goals: readonly GoalDefinition[]): GoalsOfLine {
  const active = goals.filter(({ status }) => status === 'Active');
  const events = compileGoals(active.filter(({ type }) => type === 'action'));
  // A file has few targets, and an expression takes long.
  const byTarget = new Map<string, readonly GoalDefinition[]>();
  return ({ target, types }) => {
    if (target === null) return active.filter(({ type }) => types.includes(type));
    const known = byTarget.get(target);
    if (known !== undefined) return known;
    const fact = { kind: 'event', identifier: target } as const;
    const { reached } = events.match(fact, 0, NO_MEMORY);
    byTarget.set(target, reached);
    return reached;
  };
}
