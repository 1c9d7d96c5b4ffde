import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.join(import.meta.dirname, '../..');

/** Forms without edits that could be lost: drafts are kept, or the person is not signed in. */
const WITHOUT_GUARD: Readonly<Record<string, string>> = {
  'access/forgot-password.tsx': 'one address, before anybody is signed in',
  'access/join.tsx': 'before anybody is signed in',
  'access/new-password.tsx': 'before anybody is signed in',
  'account/audit/audit-filter.tsx': 'a filter, which changes nothing',
  'account/code-form.tsx': 'before anybody is signed in',
  'account/setup.tsx': 'before anybody is signed in',
  'account/sign-in.tsx': 'before anybody is signed in',
  'chat/inbox/composer.tsx': 'drafts are kept by conversation',
  'chat/users/invite-box.tsx': 'one line, in a box over the list',
  'report/filters/editor/filter-editor.tsx':
    'a dialog over the report, which cannot be left while it is open',
  'report/segments/segments-dialog.tsx': 'a name, in a dialog over the report',
  'privacy/person.tsx': 'a search, which changes nothing',
  'shared/shared-page.tsx': 'a password, of somebody who is not signed in',
};

it('guards every form that can be edited, but for a visible list', () => {
  const forms = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.tsx'))
    .filter((file) => /<form\b|\buseForm[<(]/.test(readFileSync(path.join(SRC, file), 'utf8')));
  const guarded = (file: string): boolean =>
    /\buse(?:Unsaved|Edited)\(/.test(readFileSync(path.join(SRC, file), 'utf8'));
  expect(forms.filter((file) => !guarded(file)).toSorted()).toEqual(Object.keys(WITHOUT_GUARD).toSorted());
});
