/** A dialog over the screen. The focus goes back to what opened it, also where it is taken away at once. */
import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

export function Dialog(props: ModalProps) {
  useFocusBack(props.opened);
  return <Modal {...props} />;
}

/** The library gives the focus back when a dialog is told to shut; most of ours are no longer drawn then. */
/** @param isOpen from the start: others are shut before they go */
function useFocusBack(isOpen: boolean): void {
  const [opener] = useState(() => (isOpen ? document.activeElement : null));
  useEffect(
    () => () => {
      // In the next frame the dialog is gone, and what the reader chose instead has the focus.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
