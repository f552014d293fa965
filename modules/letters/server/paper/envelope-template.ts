/** An envelope, for Typst; all texts come as data. */
export const envelopeTemplate = String.raw`
#let it = json(bytes(sys.inputs.data))
#let fa = it.language == "fa"
#let start = if fa { right } else { left }
#let end = if fa { left } else { right }
#set page(width: it.width * 1mm, height: it.height * 1mm, margin: 12mm, fill: white)
#set text(font: "Vazirmatn", size: 11pt, lang: it.language, dir: if fa { rtl } else { ltr }, hyphenate: false)
#set par(leading: 0.75em, spacing: 0.75em)
#place(top + start, block(width: 45%, {
  set align(start)
  set text(size: 9pt)
  if "logo" in it.pictures { image("/logo", height: 12mm) }
  if it.from.len() > 0 { strong(it.labels.from + ":"); linebreak() }
  it.from.map(one => text(one)).join(linebreak())
}))
#place(bottom + end, dy: -it.height * 0.12 * 1mm, block(width: 52%, {
  set align(start)
  set text(size: 13pt)
  strong(it.labels.to + ":")
  linebreak()
  for (index, one) in it.to.enumerate() {
    if index == 0 { strong(text(one)) } else { text(one) }
    linebreak()
  }
  if it.postalCode != "" { text(size: 11pt)[#it.labels.postalCode: #text(dir: ltr, tracking: 0.15em, it.postalCode)] }
}))
`
