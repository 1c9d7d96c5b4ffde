/** A switch whose name is its label alone; what it does in detail is its description. */
import { Switch as LibrarySwitch, type SwitchProps } from '@mantine/core';

interface Props extends SwitchProps {
  readonly label: string;
}

/** The library has both in one `<label>`, and readers would hear the whole paragraph as the name. */
export function Switch({ label, ...rest }: Props) {
  return <LibrarySwitch {...rest} label={label} aria-label={label} />;
}
