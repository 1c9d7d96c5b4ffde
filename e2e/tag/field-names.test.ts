/** Forms with fields named as what the tag asks of elements: `form.parentElement` is then that field [W29]. */
import { expect, it } from 'vitest';
import { COUNTER, isGoal, setStage } from './stage.ts';

const stage = setStage();

const NAMES = [
  'parentElement',
  'parentNode',
  'previousElementSibling',
  'localName',
  'nodeType',
  'id',
  'name',
  'type',
  'form',
  'elements',
  'matches',
  'closest',
  'contains',
  'noValidate',
  'submit',
  'action',
  'method',
  'className',
  'textContent',
  'value',
  'title',
  'host',
  'getAttribute',
  'hasAttribute',
  'getRootNode',
  'querySelectorAll',
  'addEventListener',
  'shadowRoot',
];
const formOf = (name: string): string =>
  `<form data-n="${name}"><input name="${name}"><button>Go</button></form>`;
/** A field outside of its form, which stands before it. */
const OUTSIDE =
  '<form id="f1"></form><input form="f1" name="previousElementSibling"><b role="button" class="last">Last</b>';

it('end no page, and each is told once', async () => {
  stage.recorder.carry(['elements', 'forms', 'buttons', 'contacts', 'prices'], ['.total']);
  const page = await stage.open({
    body:
      `<style>form { display: inline }</style><main>${NAMES.map(formOf).join('')}${OUTSIDE}</main>` +
      `<script>addEventListener('submit', (event) => event.preventDefault())</script>`,
  });
  // By place: looking for an element asks its form, too.
  const places = await page.evaluate<[number, number][]>(
    `[...document.querySelectorAll('button, .last')].map((one) => [one.getBoundingClientRect().x + 2, one.getBoundingClientRect().y + 2])`,
  );
  for (const [x, y] of places) await page.mouse.click(x, y);
  await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'last')`);
  await stage.recorder.wait(1, (hit) => isGoal(hit) && (hit.keys['page-url'] ?? '').endsWith('/last'));
  await stage.settled(page);
  const told = (kind: string): number =>
    stage.recorder.hits.filter(({ keys }) => keys['page-url']?.startsWith(kind)).length;
  expect([told('form:'), told('btn:')]).toEqual([NAMES.length, NAMES.length + 1]);
});
