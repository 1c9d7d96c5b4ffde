/** Finds tests that cannot fail: those that expect nothing and wait for nothing. Pure. */
import { parseSync } from 'vite';

const TESTS = new Set(['it', 'test']);
/** Also in the name of a function: `fc.assert`, `expectRefused`. */
const ASSERTS = /expect|assert/i;

/** @param {string} path of a test @returns {string[]} `line: what is wrong with it` */
export function idleTests(path, text) {
  const found = [];
  const say = ({ start }, what) => found.push(`${text.slice(0, start).split('\n').length}: ${what}`);
  walk(parseSync(path, text).program, (node) => {
    if (node.type === 'CallExpression' && isTest(node.callee)) {
      const body = node.arguments.find(({ type }) => /Function/.test(type));
      if (body !== undefined && !canFail(body, text.slice(body.start, body.end)))
        say(node, 'a test that expects nothing and waits for nothing');
    }
    if (node.type === 'ExpressionStatement' && isBare(node.expression))
      say(node, 'an expectation without what is expected: add a matcher, such as toBe');
  });
  return found;
}

/** `it(…)`, `it.skipIf(…)(…)`, `it.each(…)(…)`. */
function isTest(callee) {
  if (callee.type === 'Identifier') return TESTS.has(callee.name);
  if (callee.type !== 'CallExpression' || callee.callee.type !== 'MemberExpression') return false;
  return callee.callee.object.type === 'Identifier' && TESTS.has(callee.callee.object.name);
}

/** What is awaited fails the test where it never comes. */
function canFail(body, text) {
  let does = ASSERTS.test(text);
  walk(body, ({ type }) => (does ||= type === 'AwaitExpression' || type === 'ThrowStatement'));
  return does;
}

function isBare(expression) {
  const called = expression.type === 'AwaitExpression' ? expression.argument : expression;
  return called.type === 'CallExpression' && called.callee.name === 'expect';
}

function walk(node, visit) {
  if (typeof node.type === 'string') visit(node);
  for (const value of Object.values(node)) {
    if (typeof value === 'object' && value !== null) walk(value, visit);
  }
}
