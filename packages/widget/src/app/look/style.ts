/** The window's look. Sizes in pixels: the page's own font size must not reach it. */

const LIGHT = `--bg:#fff;--fg:#1b2026;--muted:#5b6570;--line:#e1e5ea;--field:#8a949e;--them:#f0f2f5;--bad:#c92a2a;--good:#2b8a3e`;
const DARK = `--bg:#16191d;--fg:#e9ecef;--muted:#9da7b1;--line:#2d333a;--field:#69737e;--them:#252a31;--bad:#ff8787;--good:#69db7c`;

const BASE = `\
.win,.card{${LIGHT};--side:16px;font:400 14px/20px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Color Emoji",sans-serif;color:var(--fg);\
box-sizing:border-box;text-align:start;color-scheme:light;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}\
.dark{${DARK};color-scheme:dark}\
.win *,.card *{box-sizing:border-box}\
[hidden]{display:none!important}\
:is(.win,.card) :is(button,input,textarea){font:inherit;color:inherit;margin:0}\
:is(.win,.card) button{cursor:pointer;border:0;background:none;padding:0;border-radius:8px}\
:is(.win,.card) :focus-visible{outline:2px solid var(--ink);outline-offset:2px}\
.hid{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\
svg{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;flex:none;display:block}\
`;

const WINDOW = `\
.win{position:fixed;bottom:calc(92px + env(safe-area-inset-bottom));right:calc(20px + env(safe-area-inset-right));\
width:376px;height:600px;max-width:calc(100vw - 40px);max-height:calc(100vh - 112px);max-height:calc(100dvh - 112px);\
display:flex;flex-direction:column;overflow:hidden;background:var(--bg);border:1px solid var(--line);\
border-radius:16px;box-shadow:0 12px 40px #00000033}\
:host([side=left]) .win{right:auto;left:calc(20px + env(safe-area-inset-left))}\
.win header{display:flex;align-items:center;gap:12px;padding:12px 12px 12px 16px;background:var(--brand);color:var(--on);flex:none}\
.win header :focus-visible{outline-color:var(--on)}\
.win header .who{flex:1;min-width:0}\
.win header b{display:block;font-weight:600;font-size:16px;line-height:20px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}\
.win header small{display:block;font-size:12px;line-height:16px;margin-top:2px}\
.win header small::before{content:"";display:inline-block;box-sizing:border-box;width:8px;height:8px;margin-inline-end:6px;border:2px solid;border-radius:50%;background:currentColor}\
.win header .off::before{background:none}\
.face{width:40px;height:40px;border-radius:50%;display:grid;place-items:center;font-weight:600;flex:none;\
background:var(--on);color:var(--brand);position:relative;overflow:hidden}\
.face img{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}\
.icon{width:40px;height:40px;display:grid;place-items:center;flex:none}\
.bar{flex:none;padding:8px 16px;font-size:12px;line-height:16px;background:var(--them);border-bottom:1px solid var(--line)}\
.note{padding:8px var(--side);font-size:12px;line-height:16px;color:var(--bad);border-top:1px solid var(--line)}\
:is(.bar,.note):empty{padding:0;border:0}\
:host([side]) .phone.win{inset:0;width:100vw;max-width:none;height:100vh;height:100dvh;max-height:none;border:0;border-radius:0}\
.phone.win{--side:max(16px,env(safe-area-inset-left),env(safe-area-inset-right),calc(50vw - 320px))}\
.phone.win header{padding:calc(12px + env(safe-area-inset-top)) calc(var(--side) - 8px) 12px var(--side);touch-action:none}\
.phone.phone :is(textarea,input){font-size:16px}\
.phone .icon{width:44px;height:44px}\
@media (max-height:480px){.phone.win header{padding-top:calc(4px + env(safe-area-inset-top));padding-bottom:4px}}\
:host([full]) .launch{display:none}\
@media (prefers-reduced-motion:no-preference){.win,.card{animation:rise .14s ease-out}\
@keyframes rise{from{opacity:0;transform:translateY(8px)}}}\
@media (forced-colors:active){.bub{border:1px solid}}\
@media print{.win,.card{display:none}}\
`;

const LOG = `\
.log{flex:1 1 0;min-height:0;overflow-y:auto;overscroll-behavior:contain;padding:16px var(--side);display:flex;flex-direction:column;gap:2px;outline-offset:-3px!important}\
.log>*{flex:none}\
.log:focus-visible{border-radius:16px}\
.day{align-self:center;font-size:12px;line-height:16px;color:var(--muted);margin:16px 0 4px}\
.log>.day:first-child{margin-top:0}\
.msg{position:relative;max-width:min(88%,520px);align-self:flex-start;padding-inline-start:36px}\
.msg.mine{align-self:flex-end;max-width:min(80%,480px);padding:0}\
.msg.first{margin-top:12px}\
.log>.msg:first-child{margin-top:0}\
.msg .face{position:absolute;top:0;inset-inline-start:0;width:28px;height:28px;font-size:12px;background:var(--them);color:var(--muted)}\
.msg .by{display:block;font-size:12px;line-height:16px;color:var(--muted);margin-bottom:4px}\
.bub{display:flow-root;width:fit-content;max-width:100%;padding:8px 12px;border-radius:16px;border-start-start-radius:4px;background:var(--them)}\
.mine .bub{margin-inline-start:auto;border-radius:16px;border-end-end-radius:4px;background:var(--brand);color:var(--on)}\
.bub p{display:inline;margin:0;white-space:pre-wrap}\
.bub a{color:inherit;text-decoration:underline;text-underline-offset:2px}\
.at{float:right;display:flex;align-items:center;gap:4px;margin:4px -4px 0 8px;font-size:11px;line-height:16px;color:var(--muted)}\
.at svg{width:14px;height:14px}\
.bad{color:var(--bad);font-size:12px;line-height:16px}\
.msg .bad{display:block;margin-top:4px;text-align:end}\
.bad button{text-decoration:underline}\
.fails{display:flex;flex-direction:column;gap:2px}\
.bub .file{display:flex;align-items:center;gap:8px;text-decoration:none}\
.file span{min-width:0}\
.file small{display:block;color:var(--muted);font-size:12px}\
.mine :is(.at,small){color:inherit}\
.pic{padding:4px}\
.pic img{display:block;max-width:100%;max-height:240px;border-radius:12px}\
.pic .at{margin:4px 8px 0}\
.sys{align-self:center;text-align:center;font-size:12px;line-height:16px;color:var(--muted);margin:12px 0 8px}\
.typing{flex:none;height:24px;padding:0 var(--side);font-size:12px;line-height:20px;color:var(--muted)}\
.typing:empty{height:8px}\
`;

const FORMS = `\
.compose{flex:none;display:flex;align-items:flex-end;gap:4px;padding:8px calc(var(--side) - 8px);border-top:1px solid var(--line);\
padding-bottom:calc(8px + env(safe-area-inset-bottom))}\
.compose .icon{color:var(--muted)}\
.compose .icon:hover{color:var(--fg)}\
.compose :is(textarea,input){flex:1;min-width:0;border:1px solid var(--field);border-radius:20px;background:none;resize:none;padding:9px 15px;height:40px;min-height:40px;max-height:120px;outline-offset:-1px!important;line-height:20px}\
.phone .compose :is(textarea,input){min-height:44px;padding:11px 15px;border-radius:22px}\
textarea::placeholder,input::placeholder{color:var(--muted);opacity:1;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}\
.compose .go,.compose .go:hover{color:var(--on);background:var(--brand);border-radius:50%;margin-inline-start:4px}\
.grid{flex:none;display:grid;grid-template-columns:repeat(8,1fr);padding:8px calc(var(--side) - 8px);border-top:1px solid var(--line)}\
.grid button{height:40px;font-size:20px;line-height:40px}\
.grid button:hover{background:var(--them)}\
.up{flex:none;display:flex;align-items:center;gap:8px;padding:0 calc(var(--side) - 8px) 0 var(--side);font-size:12px;line-height:16px;border-top:1px solid var(--line)}\
.up progress{flex:1;min-width:0;height:6px;accent-color:var(--ink)}\
.form{display:flex;flex-direction:column;gap:12px}\
.form.off{flex:1 1 0;min-height:0;overflow-y:auto;overscroll-behavior:contain;padding:16px var(--side);padding-bottom:calc(16px + env(safe-area-inset-bottom))}\
.log:has(~.off:not([hidden])){flex:0 1 auto;max-height:33%}\
.form p{margin:0}\
.form label{display:block;font-size:12px;line-height:16px;color:var(--muted)}\
.form input,.form textarea{display:block;width:100%;margin-top:4px!important;padding:9px 11px;border:1px solid var(--field);\
border-radius:8px;background:var(--bg);color:var(--fg);font-size:14px;line-height:20px}\
.form textarea{min-height:104px;resize:vertical}\
.form [aria-invalid=true]{border-color:var(--bad)}\
.form .bad{display:block;margin-top:4px}\
.form .bad:empty,.form p:empty{display:none}\
.win .main{flex:none;height:40px;padding:0 16px;font-weight:600;background:var(--brand);color:var(--on)}\
.phone .main{height:48px}\
.ask{position:relative;margin:16px 0 0;padding:16px;border:1px solid var(--line);border-radius:12px}\
.form.off textarea{min-height:84px}\
.ask textarea{min-height:64px}\
.ask>.icon{position:absolute;top:4px;right:4px;color:var(--muted)}\
.ask>.icon svg{width:16px;height:16px}\
.form.ask>p{padding-inline-end:28px}\
.choice{flex:none;display:flex;flex-wrap:wrap;gap:8px;min-width:0;max-height:40%;overflow-y:auto;border:0;margin:0;padding:0 var(--side) 16px}\
.choice:not([hidden])~.off{padding-top:0}\
.fresh .log{flex:0 1 auto}\
.fresh .choice{flex:1 0 auto;max-height:none;align-content:flex-start;padding-inline-start:calc(var(--side) + 36px)}\
.choice legend{padding:16px 0 8px;font-size:12px;line-height:16px;color:var(--muted)}\
.choice label{position:relative;max-width:100%}\
.choice input{position:absolute;width:15px;height:100%;margin:0;opacity:0;cursor:pointer}\
.choice span{display:block;padding:7px 15px;border:1px solid var(--field);border-radius:18px;cursor:pointer;line-height:20px}\
.phone .choice span{padding:11px 15px;border-radius:22px}\
.choice :hover+span,.choice span:hover{background:var(--them)}\
.choice :focus-visible+span{outline:2px solid var(--ink);outline-offset:2px}\
.choice small{display:inline-block;font-size:12px;color:var(--muted);margin-inline-start:8px}\
.choice :checked+span,.choice :checked+span small{border-color:var(--ink);background:var(--brand);color:var(--on)}\
.stars{display:flex;gap:4px;justify-content:center;border:0;margin:0;padding:0;min-width:0}\
.stars legend{padding:0;margin:0 auto 4px}\
.stars button{width:44px;height:44px;display:grid;place-items:center;color:var(--muted)}\
.stars button:is(:hover,:focus-visible,.lit){color:var(--ink)}\
.stars button:has(~button:hover){color:var(--ink)}\
.stars .lit svg{fill:currentColor}\
.stars svg{width:28px;height:28px}\
.stars+p{text-align:center}\
`;

const CARD = `\
.card{position:fixed;bottom:calc(92px + env(safe-area-inset-bottom));right:calc(20px + env(safe-area-inset-right));\
width:320px;max-width:calc(100vw - 40px);background:var(--bg);border:1px solid var(--line);border-radius:16px;\
box-shadow:0 8px 28px #00000033;display:flex;flex-wrap:wrap;align-items:flex-start;translate:var(--at,none)}\
:host([side=left]) .card{right:auto;left:calc(20px + env(safe-area-inset-left))}\
.card .say{flex:1;min-width:0;display:flex;gap:12px;padding:16px 0 16px 16px;cursor:pointer;max-height:184px;overflow:hidden}\
.card .face{background:var(--them);color:var(--muted)}\
.card .by{font-size:12px;line-height:16px;color:var(--muted)}\
.card p{margin:2px 0 0;white-space:pre-wrap}\
.card>.icon{color:var(--muted);margin:4px}\
.card>.icon svg{width:16px;height:16px}\
.card .compose{flex:1 0 100%;padding:8px}\
`;

export const STYLE = BASE + WINDOW + LOG + FORMS + CARD;
