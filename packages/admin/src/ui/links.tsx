/** The component library's buttons and menu rows as typed links of the router. */
import { ActionIcon, Anchor, Button, MenuItem } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

export const ButtonLink = createLink(Button<'a'>);
export const AnchorLink = createLink(Anchor<'a'>);
export const MenuLink = createLink(MenuItem<'a'>);
export const ActionLink = createLink(ActionIcon<'a'>);
