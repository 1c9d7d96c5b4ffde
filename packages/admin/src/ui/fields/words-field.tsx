/** A field of several words, such as hosts or addresses: parted by commas and spaces, or by leaving the field. */
import { TagsInput, type TagsInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends TagsInputProps {
  /** Hears whether a word stands there that is not among the values yet: there is something to save. */
  readonly onTyping: (isTyping: boolean) => void;
}

export function WordsField({ onTyping, ...props }: Props) {
  const [text, setText] = useState('');
  return (
    <TagsInput
      splitChars={[',', ' ']}
      acceptValueOnBlur
      searchValue={text}
      onSearchChange={(typed) => {
        setText(typed);
        onTyping(typed.trim() !== '');
      }}
      {...props}
    />
  );
}
