/**
 * Reads the grammar of `filters`.
 *
 *     or        = and { OR and }
 *     and       = not { AND not }
 *     not       = { NOT } ( '(' or ')' | set | condition )
 *     set       = ( EXISTS | ALL | NONE ) [ key [ WITHIN number DAYS ] WITH ] '(' or ')'
 *     key       = ym:s:visitID | ym:u:userID
 *     condition = name operator value | name ('=.' | '!.' | [NOT] IN) '(' value { ',' value } ')'
 *     value     = 'text' | number | null
 */
import {
  conditionsOf,
  FilterFault,
  overLimit,
  type Filter,
  type FilterOperator,
  type FilterValue,
  type RowKey,
  type Some,
} from './ast.ts';
import { tokenize, type Token } from './tokens.ts';

const MAX_FILTER_LENGTH = 10_000;
export const MAX_CONDITIONS = 20;
const MAX_ATTRIBUTES = 10;
const MAX_VALUES = 100;
/** Each is a question of its own to the store. */
const MAX_SETS = 10;
/** Ten years: longer than most counters are kept. */
export const MAX_WITHIN_DAYS = 3_660;
/** Brackets and NOTs within one another: enough for any hand, too few for the stack to overflow. */
export const MAX_DEPTH = 50;

const QUANTIFIERS = ['EXISTS', 'ALL', 'NONE'] as const;

/** What the field's API calls the keys of rows. */
const KEYS: ReadonlyMap<string, RowKey> = new Map([
  ['ym:s:visitID', 'visit'],
  ['ym:u:userID', 'visitor'],
]);

type Step<T> = T | FilterFault;

export function parseFilter(text: string): Step<Filter> {
  if (text.length > MAX_FILTER_LENGTH) {
    return overLimit(`a filter has at most ${MAX_FILTER_LENGTH} characters`, MAX_FILTER_LENGTH + 1);
  }
  const tokens = tokenize(text);
  if (tokens instanceof FilterFault) return tokens;
  const parser = new Parser(tokens);
  const filter = parser.either(0);
  if (filter instanceof FilterFault) return filter;
  const rest = parser.next();
  if (rest.kind !== 'end') return expected('AND, OR or the end', rest);
  return overLimits(filter) ?? filter;
}

function overLimits(filter: Filter): FilterFault | null {
  const conditions = conditionsOf(filter);
  const extra = conditions[MAX_CONDITIONS];
  if (extra !== undefined) return overLimit(`a filter has at most ${MAX_CONDITIONS} conditions`, extra.at);
  const names = new Set<string>();
  for (const { name, at } of conditions) {
    names.add(name);
    if (names.size > MAX_ATTRIBUTES) {
      return overLimit(`a filter names at most ${MAX_ATTRIBUTES} different dimensions and metrics`, at);
    }
  }
  return null;
}

function expected(what: string, token: Token): FilterFault {
  const found = token.kind === 'end' ? 'the end' : JSON.stringify(token.text);
  return new FilterFault(`expected ${what}, found ${found}`, token.at);
}

class Parser {
  readonly #tokens: readonly Token[];
  #index = 0;
  #sets = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  #peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)] as Token;
  }

  next(): Token {
    const token = this.#peek();
    this.#index += 1;
    return token;
  }

  #isWord(word: string, ahead = 0): boolean {
    const token = this.#peek(ahead);
    return token.kind === 'word' && token.text.toUpperCase() === word;
  }

  #joined(word: 'AND' | 'OR', item: () => Step<Filter>): Step<Filter> {
    const items: Filter[] = [];
    do {
      const one = item();
      if (one instanceof FilterFault) return one;
      items.push(one);
    } while (this.#isWord(word) && this.next());
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind: word === 'AND' ? 'and' : 'or', items };
  }

  either(depth: number): Step<Filter> {
    return this.#joined('OR', () => this.#joined('AND', () => this.#unary(depth)));
  }

  #unary(depth: number): Step<Filter> {
    if (depth > MAX_DEPTH) {
      return overLimit(`brackets and NOT stand at most ${MAX_DEPTH} deep`, this.#peek().at);
    }
    if (this.#isWord('NOT')) {
      this.next();
      const item = this.#unary(depth + 1);
      return item instanceof FilterFault ? item : { kind: 'not', item };
    }
    if (this.#peek().kind === '(') return this.#inBrackets(depth);
    const quantifier = QUANTIFIERS.find((word) => this.#isWord(word));
    return quantifier === undefined ? this.#condition() : this.#set(quantifier, depth);
  }

  #inBrackets(depth: number): Step<Filter> {
    this.next();
    const inner = this.either(depth + 1);
    if (inner instanceof FilterFault) return inner;
    const close = this.next();
    return close.kind === ')' ? inner : expected('")"', close);
  }

  /** All of them are so if none is not. */
  #set(quantifier: (typeof QUANTIFIERS)[number], depth: number): Step<Filter> {
    const { at } = this.next();
    this.#sets += 1;
    if (this.#sets > MAX_SETS)
      return overLimit(`${QUANTIFIERS.join(', ')} stand at most ${MAX_SETS} times in a filter`, at);
    const of = this.#peek().kind === 'name' ? this.#key() : ({ key: 'visit' } as const);
    if (of instanceof FilterFault) return of;
    if (this.#peek().kind !== '(') return expected(`"(" after ${quantifier}`, this.#peek());
    const item = this.#inBrackets(depth);
    if (item instanceof FilterFault) return item;
    if (quantifier === 'EXISTS') return { kind: 'some', ...of, item };
    const some: Filter = { kind: 'some', ...of, item: quantifier === 'ALL' ? { kind: 'not', item } : item };
    return { kind: 'not', item: some };
  }

  #key(): Step<Pick<Some, 'key' | 'within'>> {
    const name = this.next();
    const key = KEYS.get(name.text);
    if (key === undefined) return expected(`one of ${[...KEYS.keys()].join(', ')}`, name);
    const within = key === 'visitor' && this.#isWord('WITHIN') ? this.#within() : null;
    if (within instanceof FilterFault) return within;
    if (!this.#isWord('WITH')) return expected('WITH', this.#peek());
    this.next();
    return within === null ? { key } : { key, within };
  }

  #within(): Step<number> {
    this.next();
    const count = this.next();
    const days = count.kind === 'value' && /^\d{1,5}$/.test(count.text) ? Number(count.text) : 0;
    if (days < 1 || days > MAX_WITHIN_DAYS)
      return new FilterFault(`WITHIN takes a whole number of days from 1 to ${MAX_WITHIN_DAYS}`, count.at);
    if (!this.#isWord('DAYS') && !this.#isWord('DAY')) return expected('DAYS', this.#peek());
    this.next();
    return days;
  }

  #condition(): Step<Filter> {
    const name = this.next();
    if (name.kind !== 'name') return expected('a dimension or a metric such as ym:s:browser', name);
    const operator = this.#operator();
    if (operator instanceof FilterFault) return operator;
    const list = operator === '=.' || operator === '!.';
    const values = list ? this.#list() : this.#one();
    if (values instanceof FilterFault) return values;
    return { kind: 'condition', name: name.text, operator, values, at: name.at };
  }

  #operator(): Step<FilterOperator> {
    const token = this.next();
    if (token.kind === 'operator') return token.text;
    if (token.kind === 'word' && token.text.toUpperCase() === 'IN') return '=.';
    if (token.kind === 'word' && token.text.toUpperCase() === 'NOT' && this.#isWord('IN')) {
      this.next();
      return '!.';
    }
    if (token.kind === '[')
      return new FilterFault('a filter within a metric, […], is not supported', token.at);
    return expected('an operator', token);
  }

  #value(): Step<FilterValue> {
    const token = this.next();
    if (token.kind === 'value') return { text: token.text, at: token.at };
    if (token.kind === 'word' && token.text.toLowerCase() === 'null') return { text: null, at: token.at };
    return expected("a value in '…' or a number", token);
  }

  #one(): Step<FilterValue[]> {
    const value = this.#value();
    return value instanceof FilterFault ? value : [value];
  }

  #list(): Step<FilterValue[]> {
    if (this.#peek().kind !== '(') return this.#one();
    const open = this.next();
    const values: FilterValue[] = [];
    for (;;) {
      const value = this.#value();
      if (value instanceof FilterFault) return value;
      values.push(value);
      const mark = this.next();
      if (mark.kind === ')') break;
      if (mark.kind !== ',') return expected('"," or ")"', mark);
    }
    if (values.length > MAX_VALUES) {
      return overLimit(`a condition has at most ${MAX_VALUES} values`, open.at);
    }
    return values;
  }
}
