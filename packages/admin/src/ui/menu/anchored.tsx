/** What a button opens beside itself; fetched once the first screen stands. */
import { Menu, Popover, type MenuItemProps, type MenuProps, type PopoverProps } from '@mantine/core';
import { useEffect, useLayoutEffect, useState, type ReactNode, type Ref } from 'react';
import type { Opening } from './use-opening.ts';

interface MenuAt extends Pick<MenuProps, 'position' | 'width'> {
  readonly opening: Opening;
  readonly className?: string;
  readonly children: ReactNode;
}

export function AnchoredMenu({ opening, className, children, ...place }: MenuAt) {
  return (
    <Menu id={opening.id} opened={useOpenedAfter(opening)} onChange={opening.setOpened} {...place}>
      <Menu.Target>
        <Anchor opening={opening} />
      </Menu.Target>
      <Menu.Dropdown className={className}>{children}</Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps extends Pick<MenuItemProps, 'leftSection' | 'children'> {
  readonly chosen: boolean;
  /** Of its words, where it is not the screen's. */
  readonly lang?: string;
  readonly onClick: () => void;
}

/** A row of a menu that is one of several, of which one stands. */
export function MenuChoice({ chosen, ...item }: ChoiceProps) {
  return <Menu.Item fw={chosen ? 600 : 400} aria-current={chosen ? 'true' : undefined} {...item} />;
}

interface PopoverAt extends Pick<PopoverProps, 'position' | 'width'> {
  readonly opening: Opening;
  /** What readers hear. */
  readonly label: string;
  readonly children: ReactNode;
}

export function AnchoredPopover({ opening, label, children, ...place }: PopoverAt) {
  return (
    <Popover
      id={opening.id}
      opened={useOpenedAfter(opening)}
      onChange={opening.setOpened}
      shadow="md"
      trapFocus
      {...place}
    >
      <Popover.Target>
        <Anchor opening={opening} />
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Only what opens after it was made gives the focus back. */
function useOpenedAfter({ opened }: Opening): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => setAfter(opened), [opened]);
  return after;
}

interface AnchorProps {
  readonly opening: Opening;
  readonly ref?: Ref<HTMLElement>;
}

/** Stands for the button, which is there already. */
function Anchor({ opening: { element }, ref }: AnchorProps) {
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return undefined;
    const free = ref(element.current);
    return typeof free === 'function' ? free : () => void ref(null);
  }, [element, ref]);
  return null;
}
