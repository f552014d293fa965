/** The register book on A4 across, for Typst; all texts come as data. */
export const bookTemplate = String.raw`
#let it = json(bytes(sys.inputs.data))
#let fa = it.language == "fa"
#let digits = if fa { "۱" } else { "1" }
#let grey = luma(110)
#set document(title: it.title)
#set text(font: "Vazirmatn", size: 8pt, lang: it.language, dir: if fa { rtl } else { ltr }, hyphenate: false)
#set page(paper: "a4", flipped: true, margin: (x: 12mm, top: 14mm, bottom: 14mm), footer: context {
  set align(center)
  set text(size: 7.5pt, fill: grey)
  numbering(digits, counter(page).get().first())
  text(" / ")
  numbering(digits, counter(page).final().first())
})
#set par(leading: 0.7em)
#grid(columns: (1fr, auto), align: bottom,
  [#text(size: 13pt, weight: "bold", it.title) #h(8pt) #text(it.firm)],
  text(fill: grey, it.made),
)
#v(2mm)
#table(
  columns: (auto, auto, auto, 1fr, 0.6fr, auto, auto, auto, auto, auto),
  inset: (x: 4pt, y: 5pt),
  stroke: 0.4pt + luma(170),
  align: if fa { right + horizon } else { left + horizon },
  fill: (_, y) => if y == 0 { luma(235) },
  table.header(..it.columns.map(one => strong(text(one)))),
  ..it.rows.flatten().map(cell => text(cell)),
)
`
