/** Asks before edits that are not saved are left: another screen, the way back, a closed tab. One for all forms. */
import { useBlocker } from '@tanstack/react-router';
import {
  createContext,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../loading/lazy-part.ts';

const loadConfirm = () => import('../confirm-dialog.tsx');
/** Dialogs weigh much: they come with the first edit, not with the first paint. */
const Confirm = lazyPart(loadConfirm, 'ConfirmDialog');

interface Unsaved {
  add(form: string): void;
  delete(form: string): void;
}

const UnsavedForms = createContext<Unsaved | null>(null);

interface Place {
  readonly pathname: string;
  readonly search: unknown;
}

/** A form says by `useUnsaved` that it holds edits; the person who then leaves the screen is asked. */
export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [edited] = useState(() => new Set<string>());
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => edited.size > 0 && leaves(current, next),
    enableBeforeUnload: () => edited.size > 0,
    withResolver: true,
  });
  return (
    <UnsavedForms value={edited}>
      {children}
      {blocker.status === 'blocked' && (
        <Suspense>
          <Confirm
            opened
            title={t('leave.title')}
            text={t('leave.text')}
            action={t('leave.action')}
            pending={false}
            onClose={() => blocker.reset()}
            onConfirm={() => blocker.proceed()}
          />
        </Suspense>
      )}
    </UnsavedForms>
  );
}

/** A jump within the screen leaves nothing. */
const leaves = (current: Place, next: Place): boolean =>
  current.pathname !== next.pathname || differ(current.search, next.search);

/**
 * @param isEdited whether the form holds what is not saved
 * @returns what a form calls that leaves its screen once it is saved
 */
export function useUnsaved(isEdited: boolean): () => void {
  const forms = useContext(UnsavedForms);
  const id = useId();
  useEffect(() => {
    if (!isEdited || forms === null) return;
    void loadConfirm();
    forms.add(id);
    return () => forms.delete(id);
  }, [forms, id, isEdited]);
  return useCallback(() => forms?.delete(id), [forms, id]);
}

/** The same, for a form that is compared with what it began with. */
export function useEdited(initial: unknown, draft: unknown): () => void {
  return useUnsaved(useMemo(() => differ(initial, draft), [initial, draft]));
}

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
