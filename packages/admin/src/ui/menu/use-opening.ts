/** A button and what it opens, which is loaded and made when it is first opened. */
import { useId, useRef, useState, type RefObject } from 'react';

export interface Opening {
  /** Of the menu and its button, as the component library names them. */
  readonly id: string;
  readonly element: RefObject<HTMLButtonElement | null>;
  readonly opened: boolean;
  /** It stays then, so that it can close as it opened. */
  readonly wasOpened: boolean;
  setOpened(opened: boolean): void;
  /** For the button. */
  readonly button: {
    readonly ref: RefObject<HTMLButtonElement | null>;
    readonly id: string;
    readonly 'aria-haspopup': 'menu' | 'dialog';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly onClick: () => void;
  };
}

export function useOpening(popup: 'menu' | 'dialog'): Opening {
  const id = useId();
  const element = useRef<HTMLButtonElement>(null);
  const [{ opened, wasOpened }, set] = useState({ opened: false, wasOpened: false });
  const setOpened = (next: boolean): void => set({ opened: next, wasOpened: true });
  return {
    id,
    element,
    opened,
    wasOpened,
    setOpened,
    button: {
      ref: element,
      id: `${id}-target`,
      'aria-haspopup': popup,
      'aria-expanded': opened,
      'aria-controls': opened ? `${id}-dropdown` : undefined,
      onClick: () => setOpened(!opened),
    },
  };
}
