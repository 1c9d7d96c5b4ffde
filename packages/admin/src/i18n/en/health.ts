/** English: collection health. */
export const health = {
  health: {
    title: 'Collection health',
    text: 'What came from the pages in the last 24 hours, and what became of it.',
    stored: 'Stored',
    duplicates: 'Duplicates',
    duplicatesText: 'Sent twice by a shaky network; counted once',
    robots: 'Robots',
    robotsText: 'Kept apart from reports',
    refused: 'Refused',
    lastHit: 'Last hit',
    never: 'None yet',
    reasons: 'Refused hits',
    uncounted: 'Counted by no goal',
    uncountedText_one: 'In the last {{days}} days visitors did {{n}} thing that no goal of its own counts.',
    uncountedText_other:
      'In the last {{days}} days visitors did {{n}} things that no goal of their own counts.',
    toSuggestions: 'See suggested goals',
    host: 'Last seen on {{host}}.',
    stray: 'Number {{number}} on {{host}} belongs to no site',
    notReady:
      'No hits can be taken at the moment: look at the disk of the data folder. Tags keep theirs and send them again.',
    setAside:
      'Ever since the start of this data folder: hits set aside because they could not be processed: {{hits}}; damaged files of the journal: {{segments}}. They are kept in its folder "journal".',
    damagedFiles:
      'Ever since the start of this data folder, files of the server\'s own state that were found damaged: {{files}}. What they looked like is kept beside them, in names that end in ".corrupt"; no hit is lost with them, but counts on this page may have begun anew.',
    lost: 'Lost with the damaged files of the journal, at the least: hits: {{hits}}; changes of settings: {{settings}}; missing files: {{missing}}; bytes that cannot be read: {{bytes}}. Everything else in them is counted.',
    cutOff:
      'Bytes at the end of the journal that were being written when the server was stopped by force: {{bytes}}. Nothing in them was acknowledged, unless the disk has changed them since; they are kept in the folder "journal".',
    notStoring: 'Reports are not being filled at the moment; hits are taken and wait, so nothing is lost.',
    allWell: 'Nothing was refused. All is well.',
    noHits: 'No hits came in this time. Is the tag on the page?',
    toInstall: 'Check the installation',
    latest: 'Latest hits',
    latestNone: 'Hits show up here as they come.',
    refusals: {
      unknown_counter: {
        why: 'Unknown number',
        todo: 'The number in the snippet belongs to no site here. Copy the snippet again from Install.',
      },
      deleted_counter: {
        why: 'The site is deleted',
        todo: 'Restore the site, or take the snippet off the pages.',
      },
      not_a_number: {
        why: 'Not a number',
        todo: 'The number in the snippet is broken. Copy the snippet again from Install.',
      },
      method: {
        why: 'Wrong kind of request',
        todo: 'Something other than the tag calls this address. Usually nothing needs to be done.',
      },
      too_large: {
        why: 'Too large',
        todo: 'A page sends too many parameters at once. Send fewer or shorter ones.',
      },
      callback: {
        why: 'Unsafe callback',
        todo: 'Something other than the tag calls this address. Usually nothing needs to be done.',
      },
      origin: {
        why: 'Address is not allowed',
        todo: 'The page is on an address that is not listed. Add it in Settings, or allow all addresses.',
      },
      own_visit: {
        why: 'Your own visits',
        todo: 'They came from a network address or a browser that you leave out in Settings. Nothing needs to be done.',
      },
      no_consent: {
        why: 'The visitor has not agreed',
        todo: 'The settings of consent let nothing be counted before the visitor agrees, or the browser asks not to be. Nothing needs to be done.',
      },
      malformed: {
        why: 'Unreadable',
        todo: 'The request is broken. If it repeats, check scripts that change the tag.',
      },
      webhook: {
        why: 'A webhook of another vendor’s chat was refused',
        todo: 'Its address or its signing secret may be an old one: renew it in the tag’s settings and in the vendor’s.',
      },
      unavailable: {
        why: 'The server could not save it',
        todo: 'The disk may be full or read-only. The tag sends such hits again by itself.',
      },
      busy: {
        why: 'Too many at once',
        todo: 'The server was overloaded. The tag sends such hits again by itself.',
      },
      other: { why: 'Other reason ({{reason}})', todo: 'Look into the server log.' },
    },
    oddities: 'Stored, with a remark',
    notes: {
      chat_object: {
        why: 'Another vendor’s chat cannot be read on the page',
        todo: 'What bears its name throws when it is read, or is a frame of another site. It is listened to on pages where that is not so.',
      },
      chat_origin: {
        why: 'A message like a chat’s came from a foreign address',
        todo: 'It was ignored. If the chat stands on a host of your own, name its event and that host under “Other vendors’ chats”.',
      },
      chat_value: {
        why: 'Another vendor’s chat said something of an unexpected type',
        todo: 'It was ignored, or counted without its conversation. The vendor may have changed its widget: compare its goals with its own figures.',
      },
      unmatched: {
        why: 'A conversation by webhook matches no visit',
        todo: 'Let the tag tell the vendor the visitor’s number, or give the visitor’s user id to both.',
      },
      price: {
        why: 'Price not understood',
        todo: 'The order counts, its revenue does not. Send order_price as a number, such as 1999.90 (“1,999” could mean two things), and a currency such as RUB that fits it.',
      },
      params: {
        why: 'Parameters dropped',
        todo: 'The hit counts without them; price, currency and order number are kept. Send valid JSON, shorter and less deep.',
      },
      url_cut: {
        why: 'Address cut',
        todo: 'The address of the page or of where the visitor came from is too long; its end is not kept.',
      },
      masked: {
        why: 'Personal data masked',
        todo: 'The hit counts; e-mails, phones, cards and keys in it were replaced before anything was stored. Better not to send them at all: look for forms that put them into addresses.',
      },
      unchecked: {
        why: 'Perhaps a repeat',
        todo: 'It came late, and so many hits came meanwhile that the server no longer knows whether it had this one already. It is counted. If this happens often, raise GOALPOST_MAX_RECENT_HITS.',
      },
    },
    kinds: {
      view: 'Page view',
      event: 'Event',
      form: 'Form',
      button: 'Button',
      contact: 'Contact data',
      engagement: 'Time on page',
      link: 'Link',
      download: 'Download',
      params: 'Parameters',
      notbounce: 'Not a bounce',
      other: 'Other',
    },
  },
} as const;
