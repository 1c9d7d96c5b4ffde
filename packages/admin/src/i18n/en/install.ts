/** English: installing the tag. */
export const install = {
  install: {
    title: 'Install the tag',
    step1: 'Your site',
    step2: 'Put the snippet on every page',
    step2Text: 'Best right after the opening <head> tag. It does not slow the page down.',
    step3: 'Check',
    forms: 'Way to install',
    html: 'HTML',
    manager: 'Tag manager',
    wordpress: 'WordPress',
    spa: 'Single-page app',
    developer: 'Send to a developer',
    snippet: 'Snippet',
    copySnippet: 'Copy the snippet',
    pixel: 'Without JavaScript',
    pixelText:
      'The last part, <noscript>, counts visitors whose browser runs no scripts. Here it is by itself, if you need only it:',
    copyPixel: 'Copy the pixel',
    managerText:
      'Make a new tag of the kind “Custom HTML”, paste the snippet, choose the trigger “All pages”, and publish.',
    wordpressText:
      'Install any plugin that adds code to the header (for example “WPCode”), paste the snippet into the header box, and save.',
    spaText:
      'Put the snippet on the page once. Changes of the address are not page loads, so tell the tag about them from your router:',
    copySpa: 'Copy the call',
    developerText: 'Send this message to whoever takes care of your site.',
    copyDeveloper: 'Copy the message',
    mail: 'Open in e-mail',
    mailSubject: 'Please put this snippet on {{site}}',
    mailBody:
      'Hello,\n\nplease put this snippet on every page of {{site}}, best right after the opening <head> tag:\n\n{{snippet}}\n\nThank you!',
    waiting: 'Waiting for the first hit…',
    waitingText: 'Open your site in another tab. The first page view appears here within seconds.',
    openSite: 'Open {{site}}',
    seen: 'We see your first hits',
    seenText: 'The tag works. Reports fill by themselves from now on.',
    toReports: 'Open the overview',
    toConversions: 'Open Conversions',
    refusedTitle: 'Hits are coming, but they are not taken',
    robotsOnly: 'So far only robots came',
    robotsText:
      'Hits arrive, but their browser calls itself a robot, so reports leave them out. Open the site in an ordinary browser.',
    autoGoal: 'Goal “{{name}}” was just made from an event on your page',
    latest: 'Latest hits',
  },
} as const;
