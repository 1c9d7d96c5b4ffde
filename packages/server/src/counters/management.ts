/** Making, changing, deleting and restoring counters: what the API's endpoints do, without HTTP. */
import { CONSENT_DEFAULTS } from '@goalpost/contract/consent';
import { NO_RATES } from '@goalpost/contract/reports/rates';
import { MIN_VISIT_THRESHOLD, type CounterCreate, type CounterUpdate } from '@goalpost/contract/management';
import { NO_CHOICES, NO_OWN_VISITS } from '../collect/index.ts';
import type { Clock } from '../kit/clock.ts';
import { MASKING_DEFAULTS } from '../kit/masking/index.ts';
import { isProblem, problem, problems, type Problem } from '../kit/problem.ts';
import type { CounterRecord, CounterSettings } from './counter.ts';
import type { ConfigPublisher, CounterStore } from './port.ts';
import { oneSpelling } from './spellings/old-spellings.ts';
import { checkSettings, type CheckedSettings } from './settings.ts';

export interface CounterManagementDeps {
  readonly counters: CounterStore;
  readonly publisher: ConfigPublisher;
  readonly clock: Clock;
}

type Outcome = CounterRecord | Problem;

/** A deleted counter answers like one that never was. Each change is published before it resolves. */
export interface CounterManagement {
  get(counterId: number): Promise<Outcome>;
  create(ownerId: string, input: CounterCreate): Promise<Outcome>;
  update(counterId: number, input: CounterUpdate): Promise<Outcome>;
  remove(counterId: number): Promise<Outcome>;
  /** Also of one that is not deleted: it stays. */
  restore(counterId: number): Promise<Outcome>;
}

const unknown = (counterId: number): Problem =>
  problem('not_found', `There is no counter ${counterId}.`, 'counterId');

const DEFAULTS: Omit<CounterSettings, 'name' | 'site'> = {
  mirrors: [],
  onlyMirrors: false,
  timeZone: 'UTC',
  currency: 'RUB',
  visitThreshold: MIN_VISIT_THRESHOLD,
  autogoals: true,
  filterRobots: true,
  favorite: false,
  tagModules: {},
  masking: MASKING_DEFAULTS,
  otherChats: NO_CHOICES,
  consent: CONSENT_DEFAULTS,
  ownVisits: NO_OWN_VISITS,
  rates: NO_RATES,
};

/** A counter without a name has that of its site: the address without its path. */
function nameOf(site: string): string {
  return site.split('/')[0] ?? site;
}

/** @param kept null: the counter is being made */
function checkedInput(
  { site, site2, mirrors, mirrors2, ...others }: CounterUpdate,
  kept: CounterRecord | null,
): CheckedSettings {
  const { addresses, faults } = oneSpelling(
    {
      ...(site === undefined ? {} : { site }),
      ...(site2 === undefined ? {} : { site2 }),
      ...(mirrors === undefined ? {} : { mirrors }),
      ...(mirrors2 === undefined ? {} : { mirrors2 }),
    },
    kept,
  );
  const [first, ...rest] = faults;
  if (first !== undefined) return { ok: false, items: [first, ...rest] };
  return checkSettings({ ...others, ...addresses }, kept);
}

export function createCounterManagement({
  counters,
  publisher,
  clock,
}: CounterManagementDeps): CounterManagement {
  async function standing(counterId: number): Promise<Outcome> {
    const counter = await counters.get(counterId);
    return counter?.status === 'Active' ? counter : unknown(counterId);
  }

  async function published(counterId: number, written: CounterRecord | null): Promise<Outcome> {
    if (written === null) return unknown(counterId);
    await publisher.publish(counterId);
    return written;
  }

  const setStatus = async (counterId: number, status: CounterRecord['status']): Promise<Outcome> =>
    published(counterId, await counters.setStatus(counterId, status));

  return {
    get: standing,
    async create(ownerId, { id, ...input }) {
      const checked = checkedInput(input, null);
      if (!checked.ok) return problems(checked.items);
      const { site } = checked.settings;
      if (site === undefined)
        return problem('missing_parameter', '"counter.site2" is missing.', 'counter.site2');
      const settings = { ...DEFAULTS, name: nameOf(site), ...checked.settings, site };
      const made = await counters.create(ownerId, id ?? null, settings, clock.now());
      if (made === 'taken') return problem('conflict', `The counter number ${id} is taken.`, 'counter.id');
      return published(made.id, made);
    },
    async update(counterId, input) {
      const counter = await standing(counterId);
      if (isProblem(counter)) return counter;
      const checked = checkedInput(input, counter);
      if (!checked.ok) return problems(checked.items);
      return published(counterId, await counters.update(counterId, checked.settings));
    },
    async remove(counterId) {
      const counter = await standing(counterId);
      return isProblem(counter) ? counter : setStatus(counterId, 'Deleted');
    },
    restore: (counterId) => setStatus(counterId, 'Active'),
  };
}
