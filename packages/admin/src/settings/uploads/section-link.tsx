/** A section of the settings that leads to a screen of its own. */
import type { Counter } from '@goalpost/contract/management';
import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';

interface Props {
  readonly counter: Counter;
  readonly to: '/counter/$counterId/costs' | '/counter/$counterId/uploads';
  readonly title: string;
  readonly text: string;
  /** Of the button. */
  readonly open: string;
}

export function SectionLink({ counter, to, title, text, open }: Props) {
  return (
    <Section title={title} text={text}>
      <ButtonLink variant="default" w="fit-content" to={to} params={{ counterId: String(counter.id) }}>
        {open}
      </ButtonLink>
    </Section>
  );
}
