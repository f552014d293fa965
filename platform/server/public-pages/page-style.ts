/** Of packages/ui's tokens: public-pages.test.ts holds the two alike. */
export const lightTokens = {
  '--bg': 'oklch(97.8% 0.004 250)',
  '--surface': 'oklch(100% 0 0)',
  '--surface-2': 'oklch(96.2% 0.006 250)',
  '--line': 'oklch(91.5% 0.008 250)',
  '--field-line': 'oklch(66% 0.015 252)',
  '--text': 'oklch(26% 0.02 255)',
  '--muted': 'oklch(49% 0.02 255)',
  '--accent': 'oklch(52% 0.15 256)',
  '--on-accent': 'oklch(99% 0 0)',
  '--accent-text': 'oklch(45% 0.15 256)',
  '--ok': 'oklch(48% 0.11 160)',
  '--ok-soft': 'oklch(95.5% 0.035 160)',
  '--warn': 'oklch(50% 0.11 70)',
  '--warn-soft': 'oklch(96% 0.045 85)',
  '--bad': 'oklch(51% 0.18 25)',
  '--bad-soft': 'oklch(96% 0.02 25)',
}

export const darkTokens: typeof lightTokens = {
  '--bg': 'oklch(18.5% 0.013 255)',
  '--surface': 'oklch(22% 0.014 255)',
  '--surface-2': 'oklch(26% 0.016 255)',
  '--line': 'oklch(31% 0.018 255)',
  '--field-line': 'oklch(53% 0.02 255)',
  '--text': 'oklch(93% 0.008 255)',
  '--muted': 'oklch(74% 0.015 255)',
  '--accent': 'oklch(72% 0.125 256)',
  '--on-accent': 'oklch(18% 0.03 256)',
  '--accent-text': 'oklch(80% 0.1 256)',
  '--ok': 'oklch(80% 0.12 160)',
  '--ok-soft': 'oklch(29% 0.045 160)',
  '--warn': 'oklch(84% 0.12 85)',
  '--warn-soft': 'oklch(31% 0.05 80)',
  '--bad': 'oklch(77% 0.13 25)',
  '--bad-soft': 'oklch(30% 0.06 25)',
}

const declared = (tokens: Readonly<Record<string, string>>) =>
  Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')

/** Where the pages' font lies; Latin letters have a file of their own. */
export const fontPath = (part: 'arabic' | 'latin'): string => `/public/vazirmatn-${part}.woff2`

/**
 * The look of all public pages. Classes: `card`, `field`, `choice`, `hint`, `problem`, `summary`, `actions`,
 * `button`, `button plain`, `button danger`, `note`, `note ok|warn|bad`, `facts` (a dl), `lines` in `scroll` (a table,
 * with `amount` cells), `sums`.
 */
export const pageStyle = `
@font-face{font-family:Vazirmatn;src:url(${fontPath('arabic')}) format("woff2");font-weight:100 900;font-display:swap;unicode-range:U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200F,U+FB50-FDFF,U+FE70-FEFF}
@font-face{font-family:Vazirmatn;src:url(${fontPath('latin')}) format("woff2");font-weight:100 900;font-display:swap;unicode-range:U+0000-00FF,U+2000-200B,U+2010-206F,U+20AC,U+2212}
:root{${declared(lightTokens)};color-scheme:light}
@media (prefers-color-scheme:dark){:root{${declared(darkTokens)};color-scheme:dark}}
*{box-sizing:border-box}
html{background:var(--bg);color:var(--text);font:16px/1.7 Vazirmatn,system-ui,sans-serif;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;padding-block:24px 48px;padding-inline:16px;overflow-wrap:break-word}
.page{max-inline-size:40rem;margin-inline:auto}
.page.wide{max-inline-size:60rem}
.firm{margin:0 0 16px;color:var(--muted);font-size:.875rem}
h1{margin:0 0 8px;font-size:1.375rem;line-height:1.5}
h2{margin:24px 0 8px;font-size:1.0625rem}
p{margin:0 0 12px}
a{color:var(--accent-text)}
.text{white-space:pre-line}
.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:24px}
.card+.card{margin-block-start:16px}
.field{margin:0 0 20px;padding:0;border:0;min-inline-size:0}
.field>label:not(.choice),legend{display:block;margin-block-end:6px;padding:0;font-weight:500}
.required,.problem{color:var(--bad)}
input,select,textarea{display:block;inline-size:100%;min-block-size:44px;padding:8px 12px;color:inherit;background:var(--surface);border:1px solid var(--field-line);border-radius:8px;font:inherit}
textarea{min-block-size:112px;resize:vertical}
input[dir=ltr]{text-align:start}
[dir=rtl] input[dir=ltr]{text-align:end}
select{appearance:none;padding-inline-end:36px;background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='8' fill='none' stroke='%23808894' stroke-width='2'%3E%3Cpath d='m1 1.5 5 5 5-5'/%3E%3C/svg%3E");background-repeat:no-repeat;background-position:right 14px center}
[dir=rtl] select{background-position:left 14px center}
[aria-invalid=true]{border-color:var(--bad)}
.choice{display:flex;gap:10px;align-items:flex-start;min-block-size:44px;padding-block:8px}
.choice input{flex:none;inline-size:20px;min-block-size:20px;block-size:20px;margin:4px 0 0;accent-color:var(--accent)}
.hint,.problem{margin:6px 0 0;font-size:.875rem}
.hint{color:var(--muted)}
.summary,.note{margin-block-end:20px;padding:12px 16px;border-radius:8px;background:var(--surface-2)}
.summary,.note.bad{background:var(--bad-soft);color:var(--bad)}
.summary p{margin:0;font-weight:500}.summary ul{margin:4px 0 0;padding-inline-start:20px}.summary a{color:inherit}
.note.ok{background:var(--ok-soft);color:var(--ok)}
.note.warn{background:var(--warn-soft);color:var(--warn)}
.actions{display:flex;flex-wrap:wrap;gap:12px}
.button{display:inline-block;min-block-size:44px;padding:8px 20px;border:1px solid transparent;border-radius:8px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:500;text-align:center;text-decoration:none;cursor:pointer}
.button.plain{background:none;border-color:var(--field-line);color:var(--text)}
.button.danger{background:none;border-color:var(--bad);color:var(--bad)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:6px 16px;margin:0 0 16px}
.facts dt{color:var(--muted)}.facts dd{margin:0}
.scroll{overflow-x:auto;margin-block-end:16px}
.lines,.sums{border-collapse:collapse;inline-size:100%;font-size:.9375rem}
.lines th,.lines td{padding:8px;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}
.lines th{color:var(--muted);font-weight:500;white-space:nowrap}
.lines .amount,.sums td{text-align:end;white-space:nowrap}
.sums{margin-block-end:16px}
.sums th{padding:4px 8px;font-weight:500;text-align:start}.sums td{padding:4px 8px}
.apart{position:absolute;inset-inline-start:-10000px;inline-size:1px;block-size:1px;overflow:hidden}
body.framed{padding:0;background:none}
@media (max-width:480px){.card{padding:16px}.actions .button{inline-size:100%}}
@media print{body{padding:0;background:none}.actions{display:none}.card{border:0;padding:0}}
`
