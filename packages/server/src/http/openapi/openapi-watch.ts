/** The collection addresses in the OpenAPI document; they are no endpoints of the list, since no hit waits for it. */

const answer = {
  description:
    'What became of the hit is in `X-Goalpost`: `stored`, `stored; note=…` or `refused; reason=…`.',
  headers: { 'X-Goalpost': { schema: { type: 'string' } } },
  content: {
    'image/gif': { schema: { type: 'string', format: 'binary' } },
    'application/json': { schema: { type: 'object' } },
  },
};

const query = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'string' },
});

const counterId = { name: 'counterId', in: 'path', required: true, schema: { type: 'string' } };
const parameters = [
  counterId,
  query('wmode', '7: JSON; 5: JSON in `callback(…)`; 2, 0 or none: a 1×1 GIF.'),
  query('page-url', 'Address of the page, or `goal://<host>/<identifier>` for an event.'),
  query('page-ref', 'Address the visitor came from.'),
  query('browser-info', '`key:value:key:value…`, `t:` last.'),
  query('site-info', 'JSON of visit parameters; `__ymu` holds user parameters.'),
];

const responses = {
  200: answer,
  400: { ...answer, description: 'The callback is no plain identifier path.' },
  403: { ...answer, description: 'The counter takes hits from its own addresses only.' },
  404: { ...answer, description: 'No such counter.' },
  413: { ...answer, description: 'The body is over 64 KiB.' },
  414: { ...answer, description: 'The query is over 16 KiB.' },
  429: { ...answer, description: 'Too many hits from one address; send it again later.' },
  503: { ...answer, description: 'The hit cannot be kept now; send it again later.' },
};

const hit = { tags: ['collection'], 'x-permission': 'public', security: [], parameters, responses };

const watch = {
  get: { ...hit, summary: 'Take a hit' },
  post: {
    ...hit,
    summary: 'Take a hit with keys in an urlencoded body',
    requestBody: { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } },
  },
};

const clicks = {
  tags: ['collection'],
  'x-permission': 'public',
  security: [],
  summary: 'Click maps: answered as a hit is, and not stored',
  parameters: [counterId],
  responses: { 200: { ...answer, description: 'The GIF, and `X-Goalpost: ignored`.' } },
};

/** A counter's number may carry a class, `<counter>:<class>`; the `/1` that some tags add says nothing. */
export const WATCH_PATHS = {
  '/watch/{counterId}': watch,
  '/watch/{counterId}/1': watch,
  '/clmap/{counterId}': { get: clicks, post: clicks },
};
