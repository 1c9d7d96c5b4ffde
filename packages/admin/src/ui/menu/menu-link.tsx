/** The component library's row of a menu as a typed link of the router. */
import { MenuItem, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Props = MenuItemProps & Omit<ComponentPropsWithRef<'a'>, keyof MenuItemProps>;

export const MenuLink = createLink((props: Props) => <MenuItem component="a" {...props} />);
