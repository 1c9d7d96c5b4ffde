/** Shows a message as text, never as markup; its web addresses are links without a referrer. */
import { linked } from './linked.ts';

export function MessageText({ text }: { readonly text: string }) {
  if (text === '') return null;
  return (
    <p className="gp-message-text">
      {linked(text).map((part, index) =>
        part.link === null ? (
          part.text
        ) : (
          // Parts have no identity but their place.
          <a key={index} href={part.link} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
