/** Whether the screen is as narrow as a phone's, as the styles say it. */
import { useMediaQuery } from '@mantine/hooks';

export const useSmallScreen = (): boolean =>
  useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
