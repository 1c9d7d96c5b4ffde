/** Parameters of a question in a body: a form's fields, or the members of a JSON object. */
import { problem, type Problem } from '../../kit/problem.ts';
import { readJsonBody } from './json-body.ts';

type Params = Readonly<Record<string, unknown>>;

/** What the address says, and what the body says: a parameter stands in one of them. */
export function withBody(query: unknown, body: unknown): Params | Problem {
  const said = query as Params;
  if (body === undefined || body === null) return said;
  if (typeof body !== 'object' || Array.isArray(body)) {
    return problem('invalid_json', 'The body must be a form, or a JSON object of parameters.', 'body');
  }
  const read: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    const location = name.slice(0, 100);
    // Of JSON it is refused before.
    if (hasNul(name) || hasNul(value)) {
      const place = hasNul(name) ? 'body' : location;
      return problem('invalid_parameter', `${place}: it has a NUL character`, place);
    }
    if (Object.hasOwn(said, name)) {
      return problem('invalid_parameter', `${location}: it stands in the address and in the body`, location);
    }
    const text = textOf(value);
    if (text === undefined) {
      return problem('invalid_parameter', `${location}: a text, a number or a list is needed`, location);
    }
    if (text !== null) Object.defineProperty(read, name, { value: text, enumerable: true });
  }
  return { ...said, ...read };
}

const hasNul = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes('\0') : Array.isArray(value) && value.some(hasNul);

/** A list within a list is for parameters that are JSON themselves. Null: as if it was not said. */
function textOf(value: unknown): string | string[] | null | undefined {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item: unknown) => (Array.isArray(item) ? undefined : textOf(item)));
  return items.every((item) => typeof item === 'string') ? items : JSON.stringify(value);
}

/** A form; JSON, too, since clients often send that under the type of forms. */
export function readFormBody(text: string): unknown {
  const json = readJsonBody(text);
  if (json.ok) return json.value;
  const fields = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[name] = [before, value];
  }
  return fields;
}
