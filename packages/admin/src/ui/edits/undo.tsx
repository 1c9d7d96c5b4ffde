/** Says briefly that something was done, with the button that takes it back. */
import { Button, Group } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { notifications, notificationsStore } from '@mantine/notifications';

/** Longer than other notices: it is read before it is pressed. */
const SHOWN_MS = 10_000;
const PREFIX = 'undo-';

interface Undo {
  readonly label: string;
  readonly onUndo: () => void;
}

export function offerUndo(message: string, { label, onUndo }: Undo): void {
  const undo = (): void => {
    notifications.hide(id);
    onUndo();
  };
  // Only the latest can be taken back here: several would lie over what is worked at.
  notifications.updateState(notificationsStore, (shown) =>
    shown.filter((one) => !String(one.id).startsWith(PREFIX)),
  );
  const id = notifications.show({
    id: randomId(PREFIX),
    autoClose: SHOWN_MS,
    withCloseButton: false,
    color: 'accent',
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button variant="subtle" size="compact-sm" onClick={undo}>
          {label}
        </Button>
      </Group>
    ),
  });
}
