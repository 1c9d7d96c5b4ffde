/** Where short notices appear; loaded after the first paint. */
import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

export function Notices() {
  return <Notifications position="bottom-center" autoClose={4_000} />;
}
