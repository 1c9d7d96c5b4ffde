/** Saving, listing and changing funnels, retention and journeys by name [M143]. */
import { randomUUID } from 'node:crypto';
import { MAX_PATHS, type SavedPath, type SavedPathInput } from '@goalpost/contract/management';
import type { Clock } from '../../kit/clock.ts';
import type { EndpointContext } from '../../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import type { PathRecord, PathStore } from './port.ts';

export interface PathDeps {
  readonly paths: PathStore;
  readonly clock: Clock;
}

type Context = Pick<EndpointContext, 'authorise' | 'caller'>;

const noPath = (): Problem => problem('not_found', 'There is no such saved path.', 'pathId');

export function createPaths({ paths, clock }: PathDeps) {
  const ownIdOf = ({ caller }: Context): string => caller?.accountId ?? '';

  async function seen(counterId: number, id: string, context: Context): Promise<PathRecord | Problem> {
    const path = await paths.get(counterId, id);
    return path !== null && (path.shared || path.ownerId === ownIdOf(context)) ? path : noPath();
  }

  return {
    async list(counterId: number, context: Context) {
      const own = ownIdOf(context);
      return { paths: (await paths.visibleTo(counterId, own)).map((path) => shown(path, own)) };
    },

    async make(counterId: number, input: SavedPathInput, context: Context) {
      const ownerId = ownIdOf(context);
      const path = { ...input, id: randomUUID(), counterId, ownerId, createdAt: clock.now() };
      return (await paths.add(path))
        ? { path: shown(path, ownerId) }
        : problem('limit_exceeded', `A counter has at most ${MAX_PATHS} saved paths.`, 'path');
    },

    async replace(counterId: number, id: string, input: SavedPathInput, context: Context) {
      const path = await seen(counterId, id, context);
      if (isProblem(path)) return path;
      if (path.ownerId !== ownIdOf(context))
        return problem('access_denied', 'Its owner alone changes a saved path.', 'pathId');
      const isThere = await paths.replace(counterId, id, input);
      return isThere ? { path: shown({ ...path, ...input }, path.ownerId) } : noPath();
    },

    async remove(counterId: number, id: string, context: Context) {
      const path = await seen(counterId, id, context);
      if (isProblem(path)) return path;
      // Its owner may have left: then an editor of the counter takes it away.
      if (path.ownerId !== ownIdOf(context)) {
        const refused = await context.authorise(counterId, 'edit');
        if (refused !== null) return refused;
      }
      return (await paths.remove(counterId, id)) ? { success: true as const } : noPath();
    },
  };
}

const shown = ({ id, kind, name, shared, address, ownerId }: PathRecord, own: string): SavedPath => ({
  id,
  kind,
  name,
  shared,
  address,
  can_edit: ownerId === own,
});
