/** Says in the API's own words what a value lacks that a schema asks for. */
import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** What people call the types of JSON. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  nan: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'an e-mail address is needed',
  url: 'a whole address such as https://shop.example/ is needed',
  date: 'a day such as 2026-03-31 is needed',
  datetime: 'a moment such as 2026-03-31T12:00:00Z is needed',
  time: 'a time such as 12:00 is needed',
  uuid: 'a UUID is needed',
};

/** Most values of a closed list that are told. */
const MAX_TOLD = 30;

const quoted = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : String(value);

const oneOf = (values: readonly unknown[]): string => {
  const told = values.slice(0, MAX_TOLD).map(quoted).join(', ');
  if (values.length === 1) return `only ${told} is possible`;
  return `only one of these is possible: ${told}${values.length > MAX_TOLD ? ', …' : ''}`;
};

/** @returns undefined where there are no words for it; those of the schema itself come first */
export function inPlainWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `${TYPES[issue.expected] ?? issue.expected} is needed`;
    case 'too_big':
      return sized(issue, issue.maximum, issue.inclusive === false ? 'less than' : 'at most');
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_format':
      return format(issue);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor} is needed`;
    case 'unrecognized_keys':
      return issue.keys.length === 1
        ? `there is no field ${quoted(issue.keys[0])} here`
        : `there are no such fields here: ${issue.keys.slice(0, MAX_TOLD).map(quoted).join(', ')}`;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return union(issue);
    case 'invalid_key':
      return 'a name of a field is not possible here';
    case 'invalid_element':
      return 'one of its values is not possible';
    default:
      return undefined;
  }
}

function tooSmall(issue: IssueOf<'too_small'>): string {
  if (issue.origin === 'string' && issue.minimum === 1) return 'it must not be empty';
  return sized(issue, issue.minimum, issue.inclusive === false ? 'more than' : 'at least');
}

function sized(
  { origin, exact }: IssueOf<'too_big'> | IssueOf<'too_small'>,
  bound: number | bigint,
  how: string,
): string {
  const many = exact === true ? 'exactly' : how;
  if (origin === 'string') return `${many} ${bound} characters are possible`;
  if (origin === 'array' || origin === 'set') return `${many} ${bound} items are possible`;
  if (origin === 'int' || origin === 'number' || origin === 'bigint')
    return `a number of ${many} ${bound} is needed`;
  return `${many} ${bound} are possible`;
}

function format(issue: IssueOf<'invalid_format'>): string {
  const known = FORMATS[issue.format];
  if (known !== undefined) return known;
  if (issue.format === 'starts_with') return `it must begin with ${quoted(issue['prefix'])}`;
  if (issue.format === 'ends_with') return `it must end with ${quoted(issue['suffix'])}`;
  if (issue.format === 'includes') return `it must hold ${quoted(issue['includes'])}`;
  return 'the text does not have the form that is needed';
}

/** What none of the forms takes; where all of them ask for another type, those types are told. */
function union(issue: IssueOf<'invalid_union'>): string {
  const { options } = issue as { readonly options?: unknown };
  if (Array.isArray(options) && options.length > 0) return oneOf(options);
  const types = issue.errors.map(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? TYPES[first.expected] : undefined,
  );
  const named = [...new Set(types)];
  return named.length === 0 || named.includes(undefined)
    ? 'the value has none of the forms that are possible'
    : `${named.join(' or ')} is needed`;
}
