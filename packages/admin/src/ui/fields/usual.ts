/** The controls that most forms have; fetched once the first screen stands, so that other screens are small. */
export { Checkbox, Modal, Select, Switch, Textarea } from '@mantine/core';
