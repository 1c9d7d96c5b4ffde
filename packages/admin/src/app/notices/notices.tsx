/** Where short notices appear; loaded after the first paint. */
import '@mantine/notifications/styles.css';
import './notices.css';
import { Notifications } from '@mantine/notifications';

export function Notices() {
  return <Notifications className="gp-notices" position="top-center" autoClose={4_000} />;
}
