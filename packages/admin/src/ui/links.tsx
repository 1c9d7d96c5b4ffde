/** The component library's buttons and menu rows as typed links of the router. */
import {
  ActionIcon,
  Anchor,
  Button,
  MenuItem,
  type ActionIconProps,
  type AnchorProps,
  type ButtonProps,
  type MenuItemProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AsAnchor<P> = P & Omit<ComponentPropsWithRef<'a'>, keyof P>;

export const ButtonLink = createLink((props: AsAnchor<ButtonProps>) => <Button component="a" {...props} />);
export const AnchorLink = createLink((props: AsAnchor<AnchorProps>) => <Anchor component="a" {...props} />);
export const MenuLink = createLink((props: AsAnchor<MenuItemProps>) => <MenuItem component="a" {...props} />);
export const ActionLink = createLink((props: AsAnchor<ActionIconProps>) => (
  <ActionIcon component="a" {...props} />
));
