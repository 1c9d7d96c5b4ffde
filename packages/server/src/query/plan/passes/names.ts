/** Pass: metrics and dimensions by their names, all of one scope and of at most one list. */
import { isProblem, problem, type Problem } from '../../../kit/problem.ts';
import { settle } from '../../parse/settle.ts';
import type { Dimension } from '../../dimension.ts';
import type { Pass } from '../pass.ts';
import type { Plan } from '../plan.ts';

export const names: Pass = (plan, { lookup }) => {
  const { metrics, dimensions } = lookup(plan);
  const found = settle({ metrics: metrics(), dimensions: dimensions() });
  if (isProblem(found)) return found;
  return otherScope(plan, found) ?? secondList(found) ?? found;
};

type Found = Pick<Plan, 'metrics' | 'dimensions'>;

function otherScope({ scope }: Plan, found: Found): Problem | null {
  for (const location of ['metrics', 'dimensions'] as const) {
    const index = found[location].findIndex((one) => one.scope !== scope);
    const other = found[location][index];
    if (other === undefined) continue;
    const known = scope.knownBy ?? other.scope.knownBy;
    const plain = `${location}, item ${index + 1}: ${other.name} is of ${other.scope.rows}, and the question of ${scope.rows}`;
    const text =
      known === undefined
        ? plain
        : `${location}, item ${index + 1}: ${other.name} cannot be asked beside others: ${known}`;
    return problem('invalid_parameter', text, `${location}.${index}`);
  }
  return null;
}

/** What a row has several of, where the dimension shows that; fields of one list may stand together. */
function listIn(definition: Dimension | undefined): unknown {
  if (definition === undefined) return null;
  return definition.kind === 'item' ? definition.list : (definition.records ?? null);
}

/** Two lists exploded together would count each item of one as often as the other has items. */
function secondList({ dimensions }: Found): Problem | null {
  const [first, ...others] = dimensions.filter(({ definition }) => listIn(definition) !== null);
  const second = others.find(
    ({ definition }) => definition.kind === 'item' || listIn(definition) !== listIn(first?.definition),
  );
  if (first === undefined || second === undefined) return null;
  const index = dimensions.indexOf(second);
  const text = `dimensions, item ${index + 1}: ${second.name} cannot be asked together with ${first.name}`;
  return problem('invalid_parameter', text, `dimensions.${index}`);
}
