import { pageParts } from '@peyvand/platform/server'
import { linesTemplate } from './lines-template.ts'

/** The official form «صورتحساب فروش کالا و خدمات» on paper across, for Typst; all texts come as data (`DocumentSheet`). */
export const officialTemplate = `${pageParts}${linesTemplate}${String.raw`
#let small = it.paper == "A5"
// The form has eleven columns: on A5 everything is a size smaller.
#let size = it.fontSize * if small { 0.68pt } else { 0.9pt }
#let margin = if small { 6mm } else { 10mm }
#let frame = 0.6pt + luma(90)
#let bar = luma(232)

#set document(title: it.title)
#set page(
  paper: lower(it.paper),
  flipped: true,
  margin: (top: if small { 9mm } else { 10mm }, bottom: if small { 4mm } else { 6mm } + foot-height, x: margin),
  fill: none,
  background: { sheet; mark-of(if small { 60pt } else { 90pt }) },
  foreground: parted,
  header: page-head,
  header-ascent: 2.5mm,
  footer: page-foot,
  footer-descent: 3mm,
)
#set text(font: "Vazirmatn", size: size, lang: it.language, dir: if fa { rtl } else { ltr }, hyphenate: false)
#set par(leading: 0.65em, spacing: 0.7em)

#let title-bar(content) = block(width: 100%, spacing: 0pt, fill: bar, stroke: frame, inset: 3pt, align(center, strong(content)))
#let labelled(one) = [#text(fill: luma(80), one.label + ":") #text(weight: "medium", one.value)]

#grid(
  columns: (1fr, auto, 1fr), column-gutter: 4mm, align: (start + horizon, center + horizon, end + horizon),
  grid(
    columns: if has("logo") { (auto, 1fr) } else { (1fr,) }, column-gutter: 3mm, align: start + horizon,
    ..if has("logo") { (image("/logo", width: it.logoWidth * if small { 0.7mm } else { 1mm }),) } else { () },
    for (index, one) in it.head.enumerate() {
      if index > 0 { linebreak() }
      if index == 0 { strong(text(size: 1.1em, one)) } else { text(size: 0.9em, fill: grey, one) }
    },
  ),
  {
    text(size: 1.6em, weight: "bold", it.title)
    if it.subtitle != "" { linebreak(); text(it.subtitle) }
  },
  align(start, for one in it.facts { block(spacing: 0.6em, labelled(one)) }),
)
#v(1.5mm)

// Fields of a side of the sale in the order of the form: four in the first line, four in the second, two in the third.
#let side(one) = {
  title-bar(one.title)
  let f = one.facts
  let line-of(columns, facts) = grid(columns: columns, column-gutter: 3mm, ..facts.map(labelled))
  block(width: 100%, spacing: 0pt, stroke: frame, inset: (x: 5pt, y: 5pt), {
    set par(spacing: 0.85em)
    line-of((1.6fr, 1fr, 1fr, 1.2fr), f.slice(0, 4))
    parbreak()
    line-of((1fr, 1fr, 1fr, 1.2fr), f.slice(4, 8))
    parbreak()
    line-of((2.2fr, 1fr), f.slice(8, 10))
  })
}
#for one in it.parties { side(one) }
#title-bar(it.linesTitle)
#v(0pt, weak: true)
#block(spacing: 0pt, width: 100%, document-lines(luma(244), black, (x: 3pt, y: 3pt), frame))

// Short closings stay in one piece, so that no signature stands alone on a page.
#block(width: 100%, spacing: 0pt, breakable: it.texts.map(one => one.lines.len()).sum(default: 0) > 8, {
  set par(spacing: 0.7em)
  let row(content) = block(breakable: false, width: 100%, spacing: 0pt, stroke: frame, inset: (x: 5pt, y: 5pt), content)
  if it.words != none { row(labelled(it.words)) }
  row(grid(
    columns: (auto, 1fr), column-gutter: 8mm, align: start + top,
    settlement,
    it.texts.map(one => labelled((label: one.title, value: one.lines.join("\n")))).join(parbreak()),
  ))
  block(breakable: false, spacing: 0pt, grid(
    columns: (1fr,) * it.signatures.len(), stroke: frame,
    ..it.signatures.map(one => block(width: 100%, height: if small { 18mm } else { 25mm }, inset: 4pt, {
      text(one.title)
      signature-in(one, if small { 15mm } else { 22mm })
    })),
  ))
})
`}`
