/** The part of a letter for those who read HTML: plain, nothing fetched from anywhere, whatever was typed is text. */
import { escapeHtml } from './escape-html.ts';
import type { BodyFact, BodyMessage, BodyTable, LetterBody } from './body.ts';

/** Styles stand at the elements, as many readers keep no others; the dark ones are for those who do. */
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const DARK = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#16181d!important}
.card{background:#1f2228!important;border-color:#353942!important}
.text{color:#e8eaed!important}
.dim{color:#a6abb5!important}
.said{background:#2a2e36!important}
.fact{border-color:#353942!important}
.link{color:#8ab8ff!important}
}`;

export function htmlOf(subject: string, body: LetterBody): string {
  const { language, lead, messages, facts, table: data, button, foot } = body;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f6">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td class="card text" style="background:#ffffff;border:1px solid #e1e4e8;border-radius:8px;padding:24px;${FONT};font-size:16px;line-height:1.5;color:#1c1f24;text-align:left;word-break:break-word;overflow-wrap:anywhere">
<p style="margin:0 0 16px">${inLines(lead)}</p>
${messages.map(said).join('\n')}
${facts.length === 0 ? '' : table(facts)}
${data === undefined ? '' : dataTable(data)}
${button === null ? '' : link(button)}
</td></tr>
<tr><td class="dim" style="padding:16px 24px 0;${FONT};font-size:13px;line-height:1.5;color:#5f6672;text-align:left;overflow-wrap:anywhere">
${foot.map((line) => `<p style="margin:0 0 8px">${inLines(line)}</p>`).join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function inLines(text: string): string {
  return escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>');
}

function said({ author, text, file }: BodyMessage): string {
  const by =
    author === ''
      ? ''
      : `<div class="dim" style="font-size:13px;color:#5f6672;margin:0 0 4px">${escapeHtml(author)}</div>`;
  const words = text === '' ? '' : `<div>${inLines(text)}</div>`;
  return `<div style="margin:0 0 12px">${by}
<div class="said" style="background:#f3f4f6;border-radius:8px;padding:12px 16px">${words}${file === null ? '' : fileLine(file)}</div>
</div>`;
}

function fileLine({ word, name, url }: NonNullable<BodyMessage['file']>): string {
  const shown = `${escapeHtml(word)}: ${escapeHtml(name)}`;
  if (url === null) return `<div>${shown}</div>`;
  return `<div><a class="link" href="${escapeHtml(url)}" style="color:#1864ab">${shown}</a></div>`;
}

function table(facts: readonly BodyFact[]): string {
  const rows = facts.map(
    ({ label, text }) => `<tr>
<td class="dim fact" valign="top" style="border-top:1px solid #e1e4e8;padding:8px 16px 8px 0;color:#5f6672;white-space:nowrap">${escapeHtml(label)}</td>
<td class="fact" valign="top" width="100%" style="border-top:1px solid #e1e4e8;padding:8px 0">${inLines(text)}</td>
</tr>`,
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:20px 0 0;font-size:14px;line-height:1.5;word-break:break-word;overflow-wrap:anywhere">
${rows.join('\n')}
</table>`;
}

/** The first column is words, the others are numbers. */
function dataTable({ head, rows }: BodyTable): string {
  const cell = (tag: 'th' | 'td', text: string, at: number): string =>
    `<${tag} class="fact${tag === 'th' ? ' dim' : ''}" valign="top" align="${at === 0 ? 'left' : 'right'}" style="border-top:1px solid #e1e4e8;padding:6px 8px 6px 0;font-weight:${tag === 'th' ? 600 : 400}">${escapeHtml(text)}</${tag}>`;
  const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((text, at) => cell(tag, text, at)).join('')}</tr>`;
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:20px 0 0;font-size:13px;line-height:1.4;word-break:break-word;overflow-wrap:anywhere">
${row('th', head)}
${rows.map((cells) => row('td', cells)).join('\n')}
</table>`;
}

/** Its colours hold in the light and in the dark. */
function link({ text, url }: NonNullable<LetterBody['button']>): string {
  return `<p style="margin:24px 0 0"><a href="${escapeHtml(url)}" style="display:inline-block;background:#1864ab;border-radius:6px;padding:10px 18px;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(text)}</a></p>`;
}
