/** The sample shop: one page for every address, with the tag and buttons that do what a chat would do. */
import { snippet } from '@goalpost/tag/snippet';
import { chatSnippet } from '@goalpost/widget/snippet';
import { CHAT_BUTTONS, FIND_COUNTERS } from './chat-buttons.ts';

const PRODUCTS = [
  { path: '/product/red-runner', name: 'Red Runner', price: 129, hue: 4 },
  { path: '/product/blue-city', name: 'Blue City', price: 89, hue: 215 },
  { path: '/product/trail-king', name: 'Trail King', price: 159, hue: 140 },
] as const;

export interface ShopPageOptions {
  readonly counterId: number;
  /** Address of the Goalpost server, without a trailing slash. */
  readonly server: string;
  readonly path: string;
}

export function shopPage({ counterId, server, path }: ShopPageOptions): string {
  const product = PRODUCTS.find((candidate) => candidate.path === path);
  const tag = snippet(counterId, `${server}/metrika/tag.js`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${product?.name ?? 'Sneaker shop'}</title>
${tag.loader}
${chatSnippet(counterId, `${server}/chat/widget.js`)}
<style>${STYLE}</style>
</head>
<body>
${tag.noscript}
<header><a href="/">Sneaker shop</a><nav><a href="/catalogue/running">Running</a><a href="/delivery">Delivery</a><a href="/cart">Cart</a></nav></header>
<main>
<h1>${product?.name ?? 'Shoes that take you there'}</h1>
<ul class="products">${PRODUCTS.map(card).join('')}</ul>
<section aria-labelledby="chat">
<h2 id="chat">Play the chat</h2>
<p>The chat itself is in the corner: write there, and answer as the operator in Goalpost, under Inbox.</p>
<p>Or play another vendor's chat: each button does what a live chat does at that moment: it looks for the counters on the page and reports the event to them. The goal then appears in Goalpost by itself.</p>
<div class="buttons">${CHAT_BUTTONS.map((button) => `<button type="button" data-event="${button.event}">${button.label}</button>`).join('')}</div>
<h2>Play the shop</h2>
<div class="buttons">
<button type="button" data-event="order_sent" data-price="129">Send an order for 129 €</button>
<a class="button" href="/price.pdf">Download the price list</a>
<a class="button" href="https://example.org/partner">Visit a partner</a>
</div>
<p role="status" id="sent"></p>
<p><a href="${server}/">Open Goalpost</a></p>
</section>
</main>
<script>${FIND_COUNTERS}</script>
</body>
</html>`;
}

function card(product: (typeof PRODUCTS)[number]): string {
  return `<li><a href="${product.path}"><span class="shoe" style="--hue:${product.hue}"></span>${product.name}<b>${product.price} €</b></a></li>`;
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1c1e21;--paper:#fff;--line:#dfe3e8;--accent:#2f5bd7}
@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--paper:#16181b;--line:#343a40;--accent:#8ab0ff}}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header,main{max-width:960px;margin:0 auto;padding:16px}header{display:flex;justify-content:space-between;flex-wrap:wrap;gap:8px;border-bottom:1px solid var(--line)}
header>a{font-weight:700}nav{display:flex;gap:16px}a{color:inherit}.products{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:16px;padding:0;list-style:none}
.products a{display:grid;gap:4px;text-decoration:none;border:1px solid var(--line);border-radius:8px;padding:16px}
.shoe{display:block;height:96px;border-radius:8px;background:linear-gradient(135deg,hsl(var(--hue) 70% 62%),hsl(var(--hue) 60% 42%))}
.buttons{display:flex;flex-wrap:wrap;gap:8px}button,.button{font:inherit;color:var(--ink);background:none;border:1px solid var(--accent);border-radius:8px;padding:8px 16px;cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:color-mix(in srgb,var(--accent) 12%,transparent)}`;
