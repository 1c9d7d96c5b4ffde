/** Where short notices appear, once there is one. */
import { useNotifications } from '@mantine/notifications';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const Notices = lazyPart(() => import('./notices.tsx'), 'Notices');

export function LateNotices() {
  const { notifications } = useNotifications();
  const [needed, setNeeded] = useState(false);
  if (!needed && notifications.length > 0) setNeeded(true);
  return <Suspense>{needed && <Notices />}</Suspense>;
}
