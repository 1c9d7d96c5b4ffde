/** The button's look. Sizes in pixels: the page's own font size must not reach it. */

export const STYLE = `\
dialog{all:unset;display:contents}\
dialog::backdrop{display:none}\
.launch{position:fixed;bottom:calc(20px + env(safe-area-inset-bottom));\
right:calc(20px + env(safe-area-inset-right));\
width:56px;height:56px;padding:0;border:0;border-radius:50%;cursor:pointer;\
color:var(--on);background:var(--brand);box-shadow:0 0 0 1px #ffffff40,0 4px 16px #00000040;\
display:grid;place-items:center;-webkit-tap-highlight-color:#0000;touch-action:manipulation}\
:host([side=left]) .launch{right:auto;left:calc(20px + env(safe-area-inset-left))}\
.launch:focus-visible{outline:3px solid var(--brand);outline-offset:3px;box-shadow:0 0 0 3px #fff}\
.launch svg{width:28px;height:28px;grid-area:1/1;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}\
.launch[aria-expanded=true] .c,.launch[aria-expanded=false] .x{display:none}\
[aria-description]::after{content:attr(aria-description);position:absolute;top:-2px;right:-2px;min-width:20px;height:20px;box-sizing:border-box;padding:0 5px;\
border-radius:10px;font:600 12px/20px system-ui,sans-serif;text-align:center;color:#fff;background:#c92a2a}\
.launch[aria-busy=true]{cursor:progress}\
@media (prefers-reduced-motion:no-preference){.launch{transition:transform .15s}\
.launch:hover{transform:scale(1.05)}.launch:active{transform:scale(.96)}}\
@media (forced-colors:active){.launch{border:2px solid}}\
@media print{.launch{display:none}}`;
