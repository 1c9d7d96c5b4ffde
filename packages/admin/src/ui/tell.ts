/** Says briefly, at the edge of the screen, that something was done. */
import { notifications, notificationsStore } from '@mantine/notifications';

export function tell(message: string): void {
  // Said again, it stands alone and for its whole time: three "Saved" in a pile say no more than one.
  notifications.updateState(notificationsStore, (shown) => shown.filter((one) => one.message !== message));
  notifications.show({ message, withCloseButton: false, color: 'accent' });
}
