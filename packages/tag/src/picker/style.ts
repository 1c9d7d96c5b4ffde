/** How the picker looks; as a sheet of its shadow root, which a page's policy of styles lets pass. Ends of lines are no bytes of it. */
export const STYLE = `\
:host{all:initial!important;position:fixed!important;inset:0!important;z-index:2147483647!important;pointer-events:none!important;color-scheme:light dark!important;direction:ltr!important;\
font:15px/1.45 system-ui,sans-serif!important;color:var(--ink)!important;--paper:#fff;--ink:#1c2024;--dim:#5d656e;--line:#c9ced4;--tint:#2f5fd0;--on-tint:#fff}\
@media (prefers-color-scheme:dark){:host{--paper:#1d2025;--ink:#eceef0;--dim:#a6adb5;--line:#454b53;--tint:#86a8ff;--on-tint:#10131a}}\
*{box-sizing:border-box}\
.veil{position:fixed;inset:0;pointer-events:auto;cursor:crosshair}\
.box{position:fixed;border:2px solid #2f5fd0;background:#2f5fd033;border-radius:3px;pointer-events:none}\
.box.same{border-style:dashed;background:none}\
.panel{position:fixed;right:16px;bottom:16px;width:min(380px,calc(100vw - 32px));max-height:calc(100vh - 32px);overflow:auto;\
pointer-events:auto;padding:16px;background:var(--paper);border:1px solid var(--line);border-radius:10px;box-shadow:0 8px 32px #0005}\
h2{margin:0 0 4px;font-size:17px;line-height:1.3}\
p{margin:0 0 10px}\
.dim{color:var(--dim)}\
[hidden]{display:none!important}\
fieldset{margin:0 0 10px;padding:0;border:0;min-width:0}\
legend{padding:0;margin-bottom:4px;font-weight:600}\
.way{display:flex;gap:8px;padding:4px 0;align-items:baseline}\
.way span:last-child{color:var(--dim);overflow-wrap:anywhere;min-width:0}\
label.value{display:block;margin-bottom:10px;font-weight:600}\
input[type=text]{display:block;width:100%;margin-top:4px;padding:8px 10px;font:inherit;font-weight:400;color:inherit;background:transparent;border:1px solid var(--line);border-radius:6px}\
input[type=radio]{accent-color:var(--tint);margin:0}\
.row{display:flex;flex-wrap:wrap;gap:8px}\
button{font:inherit;color:inherit;padding:7px 12px;background:transparent;border:1px solid var(--line);border-radius:6px;cursor:pointer}\
button.main{background:var(--tint);border-color:var(--tint);color:var(--on-tint);font-weight:600}\
button:disabled{opacity:.5;cursor:default}\
:focus-visible{outline:2px solid var(--tint);outline-offset:2px}\
@media (max-width:480px){.panel{right:8px;bottom:8px;width:calc(100vw - 16px);max-height:60vh}}\
`;
