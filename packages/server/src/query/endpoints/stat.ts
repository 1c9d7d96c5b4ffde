/** `/stat/v1/data` and what stands below it: JSON, CSV and spreadsheets, by GET and by POST. */
import { z } from 'zod';
import { RawBody, ScriptBody, type Endpoint, type EndpointContext } from '../../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import type { StatDeps } from '../ask.ts';
import type { RawParams } from '../parse/request.ts';
import { BYTE_ORDER_MARK, csv } from '../../kit/files/csv.ts';
import { fileName } from '../shape/file-name.ts';
import { xlsx, XLSX_TYPE } from '../shape/xlsx.ts';
import { KINDS, type Answered, type Kind } from './kinds.ts';
import { CSV_FORM } from './parameters.ts';
import { questionEndpoints } from './question.ts';

/** Parameters as they come out of a kind's schema. */
type Query = Readonly<Record<string, unknown>>;

interface Form {
  readonly ending: string;
  /** How the summary goes on. */
  readonly as: string;
  readonly contentType?: string;
  query(kind: Kind): z.ZodObject;
  response(kind: Kind): z.ZodType;
  /** Before anything is asked: what about the form itself cannot be. */
  refuse?(query: Query, context: EndpointContext): Problem | null;
  write(answered: Answered, query: Query): unknown;
}

const file = (answered: Answered, ending: string): Record<string, string> => ({
  'content-disposition': `attachment; filename="${fileName(answered.file, ending)}"`,
});

const FORMS: readonly Form[] = [
  {
    ending: '',
    as: '',
    query: ({ query }) => query,
    response: ({ response }) => response,
    refuse: ({ callback }, { bySession }) => (isSaid(callback) ? refuseScript(callback, bySession) : null),
    write: ({ answer }, { callback }) => (isSaid(callback) ? new ScriptBody(callback, answer) : answer),
  },
  {
    ending: 'csv',
    as: ', as CSV',
    contentType: 'text/csv',
    query: ({ query }) => query.omit({ callback: true }).extend(CSV_FORM),
    response: () => z.string(),
    write: (answered, { bom }) => {
      const text = csv(answered.lines());
      const start = bom === true ? BYTE_ORDER_MARK : '';
      return new RawBody('text/csv; charset=utf-8', start + text, file(answered, 'csv'));
    },
  },
  {
    ending: 'xlsx',
    as: ', as a spreadsheet',
    contentType: XLSX_TYPE,
    query: ({ query }) => query.omit({ callback: true }),
    response: () => z.string(),
    write: async (answered) => new RawBody(XLSX_TYPE, await xlsx(answered.lines()), file(answered, 'xlsx')),
  },
];

export function statEndpoints(deps: StatDeps): Endpoint[] {
  return KINDS.flatMap((kind) => FORMS.flatMap((form) => endpointsOf(kind, form, deps)));
}

function endpointsOf(kind: Kind, form: Form, deps: StatDeps): Endpoint[] {
  return questionEndpoints({
    url: `/stat/v1/data${kind.path}${form.ending === '' ? '' : `.${form.ending}`}`,
    summary: kind.summary + form.as,
    query: form.query(kind),
    unusedQuery: kind.unusedQuery ?? [],
    response: form.response(kind),
    ...(form.contentType === undefined ? {} : { contentType: form.contentType }),
    async answer(query, context): Promise<unknown> {
      const refusal = form.refuse?.(query, context) ?? null;
      if (refusal !== null) return refusal;
      const answered = await kind.ask(deps, query as RawParams, context);
      return isProblem(answered) ? answered : form.write(answered, query);
    },
  });
}

const isSaid = (callback: unknown): callback is string =>
  (typeof callback === 'string' && callback !== '') || Array.isArray(callback);

/** Such as `app.show`: anything else could be script. */
const CALLBACK = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[\d{1,9}\])*$/;
const MAX_CALLBACK = 128;

/** A page of any site can load a script, and the browser would send the session's cookie along [M64]. */
function refuseScript(callback: string, bySession: boolean | undefined): Problem | null {
  const refuse = (why: string): Problem => problem('invalid_parameter', `callback: ${why}`, 'callback');
  if (typeof callback !== 'string' || callback.length > MAX_CALLBACK || !CALLBACK.test(callback)) {
    return refuse('a path of plain identifiers is needed, such as app.show');
  }
  return bySession === true ? refuse('it needs a token; a session alone is not enough') : null;
}
