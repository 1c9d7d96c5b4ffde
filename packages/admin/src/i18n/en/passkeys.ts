/** English: passkeys. */
export const passkeys = {
  passkey: {
    title: 'Passkeys',
    text: 'Sign in with your fingerprint, face or the PIN of your device, without the password and without a code. What opens the device stays on it.',
    none: 'None yet.',
    notHere: 'This browser makes none at this address: passkeys need HTTPS and a newer browser.',
    device: 'What to call this device',
    unnamed: 'A device',
    password: 'Prove it with your password',
    add: 'Add a passkey',
    added: 'Added. It opens the sign-in page from now on.',
    rename: 'Rename',
    newName: 'How it is called',
    keepName: 'Call it so',
    cancel: 'Leave it',
    remove: 'Remove',
    removeTitle: 'Remove the passkey of {{name}}?',
    removeText:
      'It opens nothing here any more. Browsers that are signed in stay so: end them under Sessions.',
    signIn: 'Use a passkey',
    unknown: 'This passkey is not known here. Sign in with your password.',
    notGiven: 'No passkey was given. Try again, or use your password.',
    broken: 'That did not work: {{message}}',
  },
} as const;
