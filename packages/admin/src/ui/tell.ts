/** Says briefly, at the edge of the screen, that something was done. */
import { notifications } from '@mantine/notifications';

export function tell(message: string): void {
  notifications.show({ message, withCloseButton: false, color: 'accent' });
}
