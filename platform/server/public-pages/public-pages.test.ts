import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attributes, html, textOfHtml } from './html.ts'
import { darkTokens, lightTokens } from './page-style.ts'
import { publicField } from './public-field.ts'

test('what somebody wrote never becomes markup, in text, attributes and fields', () => {
  const nasty = `"><script>alert('x')</script>&`
  const written = textOfHtml(
    html`<p title="${nasty}"${attributes({ lang: nasty })}>${[nasty, html`<b>ok</b>`]}</p>`,
  )
  expect(written).not.toContain('<script')
  expect(written).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;<b>ok</b>')
  for (const kind of ['text', 'textarea', 'select', 'choices', 'checkbox'] as const) {
    const options = [{ value: nasty, label: nasty }]
    const field = publicField({
      name: 'f',
      label: nasty,
      kind,
      values: [nasty],
      problem: nasty,
      hint: nasty,
      options,
    })
    expect(textOfHtml(field)).not.toContain('<script')
  }
  // What was parsed from JSON cannot pass for markup.
  expect(textOfHtml(html`${String(JSON.parse('{"markup":"<b>"}'))}`)).toBe('[object Object]')
})

test('the colours of public pages are those of the design system', () => {
  const css = readFileSync(new URL('../../../packages/ui/src/styles/tokens.css', import.meta.url), 'utf8')
  const dark = css.indexOf('.dark {')
  for (const [tokens, part] of [
    [lightTokens, css.slice(0, dark)],
    [darkTokens, css.slice(dark)],
  ] as const)
    for (const [name, value] of Object.entries(tokens)) expect(part).toContain(`${name}: ${value};`)
})
