/** The window's look. Sizes in pixels: the page's own font size must not reach it. */

const LIGHT = `--bg:#fff;--fg:#1b2026;--muted:#5b6570;--line:#e1e5ea;--field:#8a949e;--them:#f0f2f5;--bad:#c92a2a;--good:#2b8a3e`;
const DARK = `--bg:#16191d;--fg:#e9ecef;--muted:#9da7b1;--line:#2d333a;--field:#69737e;--them:#252a31;--bad:#ff8787;--good:#69db7c`;

const BASE = `
.win,.card{${LIGHT};font:400 14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Color Emoji",sans-serif;color:var(--fg);
box-sizing:border-box;text-align:start;color-scheme:light;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
.dark{${DARK};color-scheme:dark}
.win *,.card *{box-sizing:border-box}
[hidden]{display:none!important}
.win button,.win input,.win textarea,.card button{font:inherit;color:inherit;margin:0}
.win button,.card button{cursor:pointer;border:0;background:none;padding:0;border-radius:8px}
:is(.win,.card) :focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.hid{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
svg{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;flex:none;display:block}
`;

const WINDOW = `
.win{position:fixed;bottom:calc(92px + env(safe-area-inset-bottom,0px));right:calc(20px + env(safe-area-inset-right,0px));
width:376px;height:600px;max-width:calc(100vw - 40px);max-height:calc(100vh - 112px);max-height:calc(100dvh - 112px);
display:flex;flex-direction:column;overflow:hidden;background:var(--bg);border:1px solid var(--line);
border-radius:16px;box-shadow:0 12px 40px #00000033}
:host([side=left]) .win{right:auto;left:calc(20px + env(safe-area-inset-left,0px))}
.win header{display:flex;align-items:center;gap:12px;padding:12px 12px 12px 16px;background:var(--brand);color:var(--on);flex:none}
.win header :focus-visible{outline-color:var(--on)}
.win header .who{flex:1;min-width:0}
.win header b{display:block;font-weight:600;font-size:15px;line-height:1.3;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.win header small{display:block;font-size:12px;line-height:1.35}
.face{width:36px;height:36px;border-radius:50%;display:grid;place-items:center;font-weight:600;flex:none;
background:var(--on);color:var(--brand);position:relative;overflow:hidden}
.face img{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}
.icon{width:36px;height:36px;display:grid;place-items:center;flex:none}
.bar{flex:none;padding:8px 16px;font-size:12.5px;color:var(--fg);background:var(--them);border-bottom:1px solid var(--line)}
:host([side]) .phone.win{inset:0;width:100vw;max-width:none;height:100vh;height:100dvh;max-height:none;border:0;border-radius:0}
.phone.win header{padding-top:calc(12px + env(safe-area-inset-top,0px))}
.phone.win textarea,.phone.win input{font-size:16px}
:host([full]) .launch{display:none}
@media (prefers-reduced-motion:no-preference){.win,.card{animation:rise .14s ease-out}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}}
@media (forced-colors:active){.msg p,.msg .file{border:1px solid}}
@media print{.win,.card{display:none}}
`;

const LOG = `
.log{flex:1;min-height:0;overflow-y:auto;overscroll-behavior:contain;padding:16px;display:flex;flex-direction:column;gap:4px;outline-offset:-3px!important}
.log>:first-child{margin-top:auto}
.day{align-self:center;font-size:12px;color:var(--muted);margin:12px 0 8px}
.msg{max-width:84%;align-self:flex-start;display:flex;flex-direction:column;align-items:flex-start;margin-bottom:4px}
.msg.mine{align-self:flex-end;align-items:flex-end}
.msg .by{font-size:12px;color:var(--muted);margin:6px 4px 2px}
.msg p{margin:0;padding:8px 12px;border-radius:14px;border-end-start-radius:4px;background:var(--them);white-space:pre-wrap}
.msg.mine p{background:var(--brand);color:var(--on);border-radius:14px;border-end-end-radius:4px}
.msg a{color:inherit;text-decoration:underline;text-underline-offset:2px}
.msg .at{display:flex;align-items:center;gap:4px;font-size:11px;color:var(--muted);margin:2px 4px 0}
.msg .at svg{width:14px;height:14px}
.msg .bad{color:var(--bad)}
.msg .bad button{text-decoration:underline}
.msg .file{display:flex;align-items:center;gap:8px;padding:8px 12px;border-radius:14px;background:var(--them);color:var(--fg);text-decoration:none}
.msg .file span{min-width:0}
.msg .file small{display:block;color:var(--muted);font-size:12px}
.msg img{display:block;max-width:240px;max-height:240px;border-radius:14px;background:var(--them)}
.sys{align-self:center;text-align:center;font-size:12.5px;color:var(--muted);margin:8px 0}
.typing{flex:none;min-height:20px;padding:0 20px 4px;font-size:12px;color:var(--muted)}
`;

const FORMS = `
.compose{flex:none;display:flex;align-items:flex-end;gap:4px;padding:8px;border-top:1px solid var(--line);
padding-bottom:calc(8px + env(safe-area-inset-bottom,0px))}
.compose .icon{color:var(--muted)}
.compose .icon:hover{color:var(--fg)}
.compose textarea{flex:1;min-width:0;border:0;background:none;resize:none;padding:8px 4px;min-height:36px;max-height:120px;outline:0!important;line-height:20px}
.compose:focus-within{box-shadow:inset 0 2px var(--ink)}
textarea::placeholder,input::placeholder{color:var(--muted);opacity:1}
.compose .go{color:var(--on);background:var(--brand);border-radius:50%}
.compose .go:hover{color:var(--on)}
.grid{flex:none;display:grid;grid-template-columns:repeat(8,1fr);padding:8px;border-top:1px solid var(--line)}
.grid button{height:36px;font-size:20px;line-height:36px}
.grid button:hover{background:var(--them)}
.up{flex:none;display:flex;align-items:center;gap:8px;padding:8px 16px;font-size:12.5px;border-top:1px solid var(--line)}
.up progress{flex:1;min-width:0;height:6px;accent-color:var(--ink)}
.form{display:flex;flex-direction:column;gap:12px}
.form.off{flex:1;min-height:0;overflow-y:auto;padding:20px 16px;padding-bottom:calc(20px + env(safe-area-inset-bottom,0px))}
.form p{margin:0}
.form label{display:block;font-size:12.5px;color:var(--muted)}
.form input,.form textarea{display:block;width:100%;margin-top:4px!important;padding:8px 12px;border:1px solid var(--field);
border-radius:8px;background:var(--bg);color:var(--fg);font-size:14px}
.form textarea{min-height:112px;resize:vertical}
.form [aria-invalid=true]{border-color:var(--bad)}
.form .bad{color:var(--bad);font-size:12.5px;display:block;margin-top:6px}
.form .bad:empty{display:none}
.win .main{height:44px;padding:0 20px;font-weight:600;background:var(--brand);color:var(--on)}
.ask{position:relative;gap:8px;align-self:stretch;margin:8px 0;padding:12px;border:1px solid var(--line);border-radius:12px}
.ask .main{height:36px}
.ask>.icon{position:absolute;top:4px;right:4px;color:var(--muted)}
.ask>.icon svg{width:16px;height:16px}
.form.ask p{padding-inline-end:28px}
.stars{display:flex;gap:4px;justify-content:center;border:0;margin:0;padding:0}
.stars legend{padding:0;margin:0 auto 4px;font-size:14px}
.stars button{width:40px;height:40px;display:grid;place-items:center;color:var(--muted)}
.stars button:is(:hover,:focus-visible){color:var(--ink)}
.stars button:has(~button:hover){color:var(--ink)}
.stars svg{width:26px;height:26px}
`;

const CARD = `
.card{position:fixed;bottom:calc(92px + env(safe-area-inset-bottom,0px));right:calc(20px + env(safe-area-inset-right,0px));
width:300px;max-width:calc(100vw - 40px);background:var(--bg);border:1px solid var(--line);border-radius:16px;
box-shadow:0 8px 28px #00000033;display:flex;align-items:flex-start}
:host([side=left]) .card{right:auto;left:calc(20px + env(safe-area-inset-left,0px))}
.card .say{flex:1;min-width:0;padding:12px 0 12px 16px;cursor:pointer;max-height:180px;overflow:hidden}
.card .by{font-size:12px;color:var(--muted)}
.card p{margin:2px 0 0;white-space:pre-wrap}
.card .icon{color:var(--muted);margin:4px}
.card .icon svg{width:16px;height:16px}
`;

export const STYLE = BASE + WINDOW + LOG + FORMS + CARD;
