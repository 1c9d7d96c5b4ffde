/** Making, showing and changing boards: each widget by what the caller may see of its counter [M119]. */
import { randomUUID } from 'node:crypto';
import {
  isPathWidget,
  MAX_BOARDS,
  type Board,
  type BoardInput,
  type BoardList,
  type PathWidget,
  type ReportWidget,
  type WidgetQuestion,
} from '@goalpost/contract/management';
import type { Clock } from '../kit/clock.ts';
import type { EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problem, problems, type Problem } from '../kit/problem.ts';
import { understand, understandSides, type StatDeps } from '../query/index.ts';
import type { BoardRecord, BoardStore, StoredWidget } from './port.ts';

export interface BoardDeps {
  readonly boards: BoardStore;
  readonly reports: StatDeps;
  readonly clock: Clock;
}

type Context = Pick<EndpointContext, 'authorise' | 'caller' | 'signal'>;
type Sees = (counterId: number) => Promise<boolean>;

const noBoard = (): Problem => problem('not_found', 'There is no such board.', 'boardId');

export function createBoards({ boards, reports, clock }: BoardDeps) {
  const ownIdOf = ({ caller }: Context): string => caller?.accountId ?? '';

  /** Null where nothing of it is for the caller. */
  async function seen(record: BoardRecord, context: Context): Promise<Board | null> {
    const sees = seesOf(context);
    const isOwn = record.ownerId === ownIdOf(context);
    const widgets = await Promise.all(
      record.widgets.map(async ({ id, question }) =>
        (await sees(question.counter_id))
          ? { id, hidden: false as const, question }
          : { id, hidden: true as const },
      ),
    );
    const { id, name, shared } = record;
    const isShown = isOwn || (shared && widgets.some(({ hidden }) => !hidden));
    return isShown ? { id, name, shared, can_edit: isOwn, widgets } : null;
  }

  /** Those that stand keep their questions; every other is asked for once, so that it can be. */
  async function widgetsOf(
    input: BoardInput,
    standing: readonly StoredWidget[],
    context: Context,
  ): Promise<StoredWidget[] | Problem> {
    const widgets: StoredWidget[] = [];
    for (const [index, widget] of input.widgets.entries()) {
      const before = standing.find(({ id }) => id === widget.id);
      if (!('counter_id' in widget)) {
        if (before === undefined)
          return atWidget(index, problem('invalid_parameter', 'There is no such widget.', 'id'));
        widgets.push(before);
        continue;
      }
      const { id: _id, ...question } = widget;
      const refused = await refusal(reports, question, context);
      if (refused !== null) return atWidget(index, refused);
      widgets.push({ id: before?.id ?? randomUUID(), question });
    }
    const ids = widgets.map(({ id }) => id);
    return new Set(ids).size === ids.length
      ? widgets
      : problem('invalid_parameter', 'board.widgets: one stands twice', 'board.widgets');
  }

  async function answer(record: BoardRecord, context: Context): Promise<{ board: Board } | Problem> {
    const board = await seen(record, context);
    return board === null ? noBoard() : { board };
  }

  return {
    async list(context: Context): Promise<BoardList> {
      const records = await boards.visibleTo(ownIdOf(context));
      const all = await Promise.all(records.map((record) => seen(record, context)));
      return {
        boards: all
          .filter((board) => board !== null)
          .map(({ widgets, ...about }) => ({ ...about, widgets: widgets.length })),
      };
    },
    async get(id: string, context: Context) {
      const record = await boards.get(id);
      return record === null ? noBoard() : answer(record, context);
    },
    async make(input: BoardInput, context: Context) {
      const widgets = await widgetsOf(input, [], context);
      if (isProblem(widgets)) return widgets;
      const { name, shared } = input;
      const record = {
        id: randomUUID(),
        ownerId: ownIdOf(context),
        name,
        shared,
        widgets,
        createdAt: clock.now(),
      };
      if (await boards.add(record)) return answer(record, context);
      return problem('limit_exceeded', `An account has at most ${MAX_BOARDS} boards.`, 'board');
    },
    async replace(id: string, input: BoardInput, context: Context) {
      const record = await boards.get(id);
      if (record === null || (await seen(record, context)) === null) return noBoard();
      if (record.ownerId !== ownIdOf(context)) {
        return problem('access_denied', 'Its owner alone changes a board.', 'boardId');
      }
      const widgets = await widgetsOf(input, record.widgets, context);
      if (isProblem(widgets)) return widgets;
      const text = { name: input.name, shared: input.shared, widgets };
      const isThere = await boards.replace(id, record.ownerId, text);
      return isThere ? answer({ ...record, ...text }, context) : noBoard();
    },
    async remove(id: string, context: Context) {
      const record = await boards.get(id);
      if (record === null || (await seen(record, context)) === null) return noBoard();
      if (record.ownerId !== ownIdOf(context)) {
        return problem('access_denied', 'Its owner alone deletes a board.', 'boardId');
      }
      return (await boards.remove(id, record.ownerId)) ? { success: true as const } : noBoard();
    },
  };
}

/** Each counter is looked up once. */
function seesOf({ authorise }: Context): Sees {
  const asked = new Map<number, Promise<boolean>>();
  return (counterId) => {
    const known = asked.get(counterId) ?? authorise(counterId, 'view').then((refused) => refused === null);
    asked.set(counterId, known);
    return known;
  };
}

const ONLY_PLANS = { plansOnly: true } as const;

async function refusal(
  reports: StatDeps,
  question: WidgetQuestion,
  context: Context,
): Promise<Problem | null> {
  const fault = isPathWidget(question) ? null : shapeFault(question);
  if (fault !== null) return fault;
  const { authorise, signal } = context;
  const understood =
    !isPathWidget(question) && isSided(question)
      ? // As any widget: who sees a site within limits alone puts nothing of it on a board.
        await understandSides(reports, askedOfSides(question), { authorise, signal }, ONLY_PLANS)
      : await understand(
          reports,
          isPathWidget(question) ? askedOfPath(question) : askedOfReport(question),
          context,
          ONLY_PLANS,
        );
  return isProblem(understood) ? understood : null;
}

function shapeFault({ kind, dimension }: ReportWidget): Problem | null {
  if (kind === 'table' && dimension === null) {
    return problem('invalid_parameter', 'A table needs a dimension.', 'dimension');
  }
  return kind === 'number' && dimension !== null
    ? problem('invalid_parameter', 'A number has no dimension.', 'dimension')
    : null;
}

function askedOfReport({ counter_id: id, metric, dimension, filters, segment, attribution }: ReportWidget) {
  return {
    ids: String(id),
    metrics: metric,
    ...(dimension === null ? {} : { dimensions: dimension }),
    ...(filters === '' ? {} : { filters }),
    ...(segment === '' ? {} : { segment }),
    attribution,
  };
}

const isSided = ({ segment_b, period_b }: ReportWidget): boolean =>
  segment_b !== undefined || period_b !== undefined;

/** Which days and which others are meant the screen knows; that they can be asked is seen here. */
function askedOfSides({ filters, segment, filters_b = '', segment_b = '', ...question }: ReportWidget) {
  return {
    ...askedOfReport({ ...question, filters: '', segment: '' }),
    ...(filters === '' ? {} : { filters_a: filters }),
    ...(segment === '' ? {} : { segment_a: segment }),
    ...(filters_b === '' ? {} : { filters_b }),
    ...(/^\d/.test(segment_b) ? { segment_b } : {}),
  };
}

/** Of its steps the screen alone knows; its visits are chosen as those of any report. */
function askedOfPath({ counter_id: id, address: { filters, segment } }: PathWidget) {
  return {
    ids: String(id),
    metrics: 'ym:s:visits',
    ...(filters === undefined ? {} : { filters }),
    ...(segment === undefined ? {} : { segment }),
  };
}

const atWidget = (index: number, { items: [first, ...more] }: Problem): Problem => {
  const at = (location = ''): string => `board.widgets.${index}.${location}`;
  return problems([
    { ...first, location: at(first.location) },
    ...more.map((item) => ({ ...item, location: at(item.location) })),
  ]);
};
