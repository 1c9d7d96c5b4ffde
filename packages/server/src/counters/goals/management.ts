/** Making, changing, deleting and restoring goals: what the API's endpoints do, without HTTP. */
import {
  MAX_GOALS,
  MAX_PAGE_PLACES,
  ownFieldsOf,
  type GoalInput,
  type PricePlace,
} from '@goalpost/contract/goals';
import {
  storedName,
  programOf,
  type Expressions,
  type GoalDefinition,
  MAX_PROGRAM,
  foreignFaults,
  goalFaults,
  normaliseInput,
  pagePlacesOf,
} from '../../goals/index.ts';
import { isProblem, problem, problemsIn, type Problem } from '../../kit/problem.ts';
import type { ConfigPublisher, CounterStore } from '../port.ts';
import type { GoalRefusal, GoalStore } from './port.ts';

export interface GoalManagementDeps {
  readonly counters: Pick<CounterStore, 'get'>;
  readonly goals: Omit<GoalStore, 'makeAutomatic'>;
  readonly publisher: ConfigPublisher;
}

type Outcome = GoalDefinition | Problem;

/** No goal's id. */
const NO_GOAL = 0;

/** A deleted counter answers like one that never was. Each change is published before it resolves [G17]. */
export interface GoalManagement {
  /** @param deleted also those deleted */
  list(counterId: number, deleted: boolean): Promise<readonly GoalDefinition[] | Problem>;
  /** A deleted goal is not found here: `list` shows it, `restore` brings it back. */
  get(counterId: number, goalId: number): Promise<Outcome>;
  create(counterId: number, input: GoalInput): Promise<Outcome>;
  /** The goal as it would be made, or would take the place of another; nothing is kept. */
  consider(counterId: number, input: GoalInput, replaced?: number): Promise<Outcome>;
  replace(counterId: number, goalId: number, input: GoalInput): Promise<Outcome>;
  remove(counterId: number, goalId: number): Promise<Outcome>;
  /** Counts as making one [G13]. */
  restore(counterId: number, goalId: number): Promise<Outcome>;
}

const noCounter = (counterId: number): Problem =>
  problem('not_found', `There is no counter ${counterId}.`, 'counterId');

const noGoal = (goalId: number): Problem =>
  problem('not_found', `The counter has no goal ${goalId}.`, 'goalId');

const tooMany = (): Problem =>
  problem(
    'limit_exceeded',
    `A counter has at most ${MAX_GOALS} goals; automatic ones are not counted.`,
    'goal',
  );

const countedTwice = (): Problem =>
  problem(
    'invalid_parameter',
    'A goal with exactly this condition stands already, and one of the two is automatic: every event would count twice. Delete that goal, or change the condition.',
    'goal.conditions.0.url',
  );

const tooLarge = (): Problem =>
  problem(
    'limit_exceeded',
    'The regular expressions of the goals of the counter are too large together: use fewer or smaller ones.',
    'goal',
  );

const tooManyPlaces = (): Problem =>
  problem(
    'limit_exceeded',
    `The goals of a counter name at most ${MAX_PAGE_PLACES} places of the page for prices: the tag looks at each with every hit.`,
    'goal.price_place',
  );

export function createGoalManagement({ counters, goals, publisher }: GoalManagementDeps): GoalManagement {
  const isStanding = async (counterId: number): Promise<boolean> =>
    (await counters.get(counterId))?.status === 'Active';

  async function standing(counterId: number, goalId: number): Promise<Outcome> {
    if (!(await isStanding(counterId))) return noCounter(counterId);
    const goal = await goals.get(counterId, goalId);
    return goal?.status === 'Active' ? goal : noGoal(goalId);
  }

  /**
   * The input as it is to be kept, or what is wrong with it.
   * @param replaced id of the goal that it takes the place of; 0: none
   */
  async function checked(
    counterId: number,
    replaced: number,
    given: GoalInput,
  ): Promise<GoalInput | Problem> {
    const counter = await counters.get(counterId);
    if (counter?.status !== 'Active') return noCounter(counterId);
    const input = normaliseInput(given);
    const surroundings = { autogoals: counter.autogoals, goals: await goals.list(counterId, false) };
    const refusal = problemsIn([...foreignFaults(given), ...goalFaults(input, surroundings)]);
    if (refusal !== null) return refusal;
    if (!fits(input, replaced, surroundings.goals)) return tooLarge();
    return placesFit(input.price_place, replaced, surroundings.goals) ? input : tooManyPlaces();
  }

  async function published(written: GoalDefinition | GoalRefusal, goalId = 0): Promise<Outcome> {
    if (written === 'not_found') return noGoal(goalId);
    if (written === 'limit_exceeded') return tooMany();
    if (written === 'same_condition') return countedTwice();
    await publisher.publish(written.counterId);
    return written;
  }

  return {
    async list(counterId, deleted) {
      return (await isStanding(counterId)) ? goals.list(counterId, deleted) : noCounter(counterId);
    },
    get: standing,
    async create(counterId, given) {
      const input = await checked(counterId, NO_GOAL, given);
      return isProblem(input) ? input : published(await goals.create(counterId, input));
    },
    async consider(counterId, given, replaced = NO_GOAL) {
      const before = replaced === NO_GOAL ? null : await standing(counterId, replaced);
      if (isProblem(before)) return before;
      const input = await checked(counterId, replaced, given);
      return isProblem(input) ? input : considered(input, before ?? ownGoal(counterId));
    },
    async replace(counterId, goalId, given) {
      const goal = await standing(counterId, goalId);
      if (isProblem(goal)) return goal;
      const input = await checked(counterId, goalId, given);
      if (isProblem(input)) return input;
      const named = { ...input, name: storedName(input.name, goal.autoEntry) };
      return published(await goals.replace(counterId, goalId, named), goalId);
    },
    async remove(counterId, goalId) {
      const goal = await standing(counterId, goalId);
      if (isProblem(goal)) return goal;
      return published(await goals.setStatus(counterId, goalId, 'Deleted'), goalId);
    },
    async restore(counterId, goalId) {
      if (!(await isStanding(counterId))) return noCounter(counterId);
      const standingGoals = await goals.list(counterId, false);
      const goal = await goals.get(counterId, goalId);
      if (goal !== null && !fits(goal, goalId, standingGoals)) return tooLarge();
      if (!placesFit(goal?.pricePlace, goalId, standingGoals)) return tooManyPlaces();
      return published(await goals.setStatus(counterId, goalId, 'Active'), goalId);
    },
  };
}

type Standing = Pick<GoalDefinition, 'id' | 'counterId' | 'source' | 'status' | 'autoEntry'>;

const ownGoal = (counterId: number): Standing => ({
  id: NO_GOAL,
  counterId,
  source: 'user',
  status: 'Active',
  autoEntry: null,
});

/** What is not the input's to say stays as it is. */
function considered(
  input: GoalInput,
  { id, counterId, source, status, autoEntry }: Standing,
): GoalDefinition {
  return {
    id,
    counterId,
    name: input.name,
    type: input.type,
    conditions: input.conditions,
    steps: input.steps ?? [],
    fields: ownFieldsOf(input.type, input),
    ...(input.any === undefined ? {} : { any: input.any }),
    ...(input.all === undefined ? {} : { all: input.all }),
    defaultPrice: input.default_price,
    ...(input.price_place ? { pricePlace: input.price_place } : {}),
    favorite: input.is_favorite === 1,
    retargeting: input.is_retargeting === 1,
    flag: input.flag,
    source,
    status,
    autoEntry,
  };
}

/** Whether a goal may stand beside the others [G20]: every hit is held against all of their expressions. */
function fits(goal: Expressions, replaced: number, standing: readonly GoalDefinition[]): boolean {
  if (programOf([goal]) === 0) return true;
  return programOf([goal, ...standing.filter(({ id }) => id !== replaced)]) <= MAX_PROGRAM;
}

/** Whether the tag can look for one more place [G85]; the same place of several goals is one. */
function placesFit(
  place: PricePlace | null | undefined,
  replaced: number,
  standing: readonly GoalDefinition[],
): boolean {
  if (!place) return true;
  const others = standing.filter(({ id }) => id !== replaced);
  return pagePlacesOf([{ status: 'Active', pricePlace: place }, ...others]).length <= MAX_PAGE_PLACES;
}
