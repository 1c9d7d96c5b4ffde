/** Follows an expression back to the texts that it can be: through names, arguments, answers and fields. */
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** Fields by which words are handed on. */
const CARRIERS = new Set(['fault']);
/** Names of what is put into a sentence as it is. */
const VALUES = new Set(['location', 'place', 'name', 'path', 'value', 'shown', 'parameter', 'index']);
/** What they are called with stands in the list already. */
const MAKERS = new Set(['problem', 'problems', 'errorBody']);
const WRAPPERS = new Set([
  'AwaitExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'ParenthesizedExpression',
  'ChainExpression',
]);

function* below(node, parents) {
  if (typeof node.type === 'string') yield { node, parents };
  const inner = typeof node.type === 'string' ? [...parents, node] : parents;
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'parent' && value !== null && typeof value === 'object') yield* below(value, inner);
  }
}

/** Parts of an expression that can be what it says, or stand in it. */
const STEPS = {
  TemplateLiteral: ({ node }) => node.expressions,
  BinaryExpression: ({ node }) => (node.operator === '+' ? [node.left, node.right] : []),
  ConditionalExpression: ({ node }) => [node.consequent, node.alternate],
  LogicalExpression: ({ node }) => [node.left, node.right],
  ArrayExpression: ({ node }) => node.elements,
  ObjectExpression: ({ node, isTable }) =>
    isTable ? node.properties.map((field) => field.value ?? field.argument) : [],
  NewExpression: ({ node }) => node.arguments.slice(0, 1),
};

const append = (map, name, item) => {
  const list = map.get(name);
  if (list === undefined) map.set(name, [item]);
  else list.push(item);
};

/** @param modules as `{ file, program }` */
export function createReader(modules) {
  const places = [];
  const [values, functions, calls, fields] = [new Map(), new Map(), new Map(), new Map()];
  const imported = new Map(modules.map(({ file }) => [file, new Set()]));
  for (const { file, program } of modules) {
    for (const { node, parents } of below(program, [])) {
      const place = { file, node, parents };
      const inside = (inner) => ({ file, node: inner, parents: [...parents, node] });
      places.push(place);
      if (node.type === 'ImportSpecifier') imported.get(file).add(node.local.name);
      if (node.type === 'VariableDeclarator' && node.init && node.id.type === 'Identifier')
        append(FUNCTIONS.has(node.init.type) ? functions : values, node.id.name, inside(node.init));
      if (node.type === 'FunctionDeclaration') append(functions, node.id.name, place);
      if (node.type === 'Property' && CARRIERS.has(node.key.name))
        append(fields, node.key.name, inside(node.value));
      if (node.type === 'CallExpression' && node.callee.name) append(calls, node.callee.name, place);
    }
  }

  /** Those of the same file where there are any, else those that it imports. */
  function named(map, name, file) {
    const all = map.get(name) ?? [];
    const own = all.filter((one) => one.file === file);
    return own.length > 0 || !imported.get(file).has(name) ? own : all;
  }

  const callsOf = (name, file) =>
    (calls.get(name) ?? []).filter((call) => call.file === file || imported.get(call.file).has(name));

  function answersOf({ node, file, parents }) {
    const inner = [...parents, node];
    if (node.body.type !== 'BlockStatement') return [{ file, node: node.body, parents: inner }];
    return [...below(node.body, inner)].flatMap((found) => {
      const own = !found.parents.slice(inner.length).some(({ type }) => FUNCTIONS.has(type));
      return found.node.type === 'ReturnStatement' && found.node.argument && own
        ? [{ file, node: found.node.argument, parents: found.parents }]
        : [];
    });
  }

  function ofName({ file, node: { name }, parents }) {
    if (VALUES.has(name)) return [];
    for (const parent of parents.toReversed()) {
      if (!FUNCTIONS.has(parent.type)) continue;
      const at = parent.params.findIndex((one) => (one.left ?? one).name === name);
      const isTaken = parent.params.some(
        (one) => one.type === 'ObjectPattern' && one.properties.some((field) => field.key?.name === name),
      );
      if (isTaken) return CARRIERS.has(name) ? (fields.get(name) ?? []) : [];
      if (at < 0) continue;
      const called = parent.id?.name ?? parents[parents.indexOf(parent) - 1]?.id?.name;
      return callsOf(called, file).flatMap((call) => {
        const given = call.node.arguments[at];
        return given ? [{ ...call, node: given }] : [];
      });
    }
    return [...named(values, name, file), ...named(functions, name, file)];
  }

  function ofCall({ file, node }, inside) {
    const { callee } = node;
    if (callee.type === 'MemberExpression') return [inside(callee.computed ? callee : callee.object)];
    if (MAKERS.has(callee.name)) return [];
    const answering = named(functions, callee.name, file);
    return answering.length > 0 ? answering : [inside(callee)];
  }

  /** Of a constant table, one entry or all of them. */
  function ofMember({ file, node }) {
    const { object, property, computed } = node;
    const table = baseOf(object);
    if (!/^[A-Z_]+$/.test(table ?? ''))
      return CARRIERS.has(property.name) ? (fields.get(property.name) ?? []) : [];
    return named(values, table, file).map((found) => {
      const bare = unwrapped(found.node);
      const entry = computed ? undefined : propertyOf(bare, property.name);
      return { ...found, node: entry ?? bare, isTable: entry === undefined };
    });
  }

  /** Where the words of an expression come from, one step back. */
  function before(place) {
    const { node } = place;
    const inside = (inner) => ({ ...place, node: inner });
    const step = STEPS[node.type];
    if (step !== undefined) return step(place).filter(Boolean).map(inside);
    if (FUNCTIONS.has(node.type)) return answersOf(place);
    if (WRAPPERS.has(node.type)) return [inside(node.expression ?? node.argument)];
    const named = { Identifier: ofName, CallExpression: ofCall, MemberExpression: ofMember };
    return named[node.type]?.(place, inside) ?? [];
  }

  /** @returns what the expression can say, values as `{}` */
  function textsOf(place) {
    const [seen, texts, waiting] = [new Set(), [], [place]];
    while (waiting.length > 0) {
      const one = waiting.pop();
      if (seen.has(one.node)) continue;
      seen.add(one.node);
      const text = saidIn(one.node);
      if (text !== null) texts.push(text);
      waiting.push(...before(one));
    }
    return texts;
  }

  return { places, textsOf };
}

/** The constant that an entry is taken from, such as of `TABLE.find(…)?.[1]`. */
const baseOf = (node) => node.name ?? (node.type === 'CallExpression' ? node.callee.object?.name : undefined);

const unwrapped = (node) => (WRAPPERS.has(node.type) ? unwrapped(node.expression ?? node.argument) : node);

export const propertyOf = (node, name) =>
  node?.type === 'ObjectExpression'
    ? node.properties.find((one) => (one.key?.name ?? one.key?.value) === name)?.value
    : undefined;

function saidIn(node) {
  if (node.type === 'Literal' && typeof node.value !== 'string') return null;
  const text = joined(node);
  return text === '{}' ? null : text;
}

function joined(node) {
  if (node.type === 'BinaryExpression' && node.operator === '+')
    return joined(node.left) + joined(node.right);
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('{}');
  return '{}';
}
