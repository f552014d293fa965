/** How the file of a party is printed, for Typst; all texts come as data (`PartyPaper`). */
export const paperTemplate = String.raw`
#let it = json(bytes(sys.inputs.data))
#let fa = it.language == "fa"
#let has(name) = name in it.pictures
#let start = if fa { right } else { left }
#let end = if fa { left } else { right }
#let grey = luma(105)
#let rule = luma(205)
#let accent = rgb("#2f5d8c")
#let digits = if fa { "۱" } else { "1" }

#set document(title: it.title)
#set page(
  paper: "a4",
  margin: (top: 18mm, bottom: 20mm, x: 18mm),
  footer-descent: 6mm,
  footer: context {
    let last = counter(page).final().first()
    let here = counter(page).get().first()
    set text(size: 7.5pt, fill: grey)
    grid(
      columns: (1fr, auto),
      align: (start, end),
      it.made,
      if fa [صفحهٔ #numbering(digits, here) از #numbering(digits, last)] else [Page #here of #last],
    )
  },
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: grey)
    text(it.title)
  },
)
#set text(font: "Vazirmatn", size: 9.5pt, lang: it.language, dir: if fa { rtl } else { ltr }, hyphenate: false)
#set par(leading: 0.75em, spacing: 0.9em)

#let head(title) = block(above: 1.7em, below: 0.9em, sticky: true, width: 100%, {
  text(weight: "bold", size: 11pt, fill: accent, title)
  v(-0.55em)
  line(length: 100%, stroke: 0.6pt + rule)
})
#let fact(one) = block(breakable: false, width: 100%, grid(
  columns: (28mm, 1fr),
  column-gutter: 3mm,
  text(fill: grey, size: 8.5pt, one.label),
  one.values.map(one => text(one)).join(linebreak()),
))
#let facts(all) = grid(columns: (1fr, 1fr), column-gutter: 8mm, row-gutter: 0.95em, ..all.map(fact))

#grid(
  columns: (1fr, auto),
  column-gutter: 6mm,
  align: (start + horizon, end + horizon),
  {
    text(size: 8.5pt, fill: grey, it.heading)
    linebreak()
    text(size: 17pt, weight: "bold", it.title)
    if it.subtitle != "" {
      linebreak()
      text(fill: grey, it.subtitle)
    }
  },
  {
    if has("logo") { image("/logo", height: 16mm, width: 40mm, fit: "contain") }
    linebreak()
    text(size: 8.5pt, fill: grey, it.firm)
  },
)
#v(1mm)
#line(length: 100%, stroke: 1.2pt + accent)
#for one in it.warnings { block(fill: rgb("#fbeaea"), inset: 6pt, radius: 3pt, width: 100%, text(fill: rgb("#8f1d1d"), one)) }
#grid(
  columns: if has("photo") { (1fr, 26mm) } else { (1fr,) },
  column-gutter: 6mm,
  facts(it.facts),
  ..if has("photo") { (box(clip: true, radius: 3pt, image("/photo", width: 26mm, height: 32mm, fit: "cover")),) } else { () },
)

#for section in it.sections {
  head(section.title)
  if section.kind == "facts" { facts(section.facts) }
  else if section.kind == "text" { section.lines.map(one => text(one)).join(linebreak()) }
  else {
    let widths = section.columns.map(one => if one.width == 0 { 1fr } else { one.width * 1mm })
    set par(justify: false)
    set text(size: 8.5pt)
    table(
      columns: widths,
      inset: (x: 5pt, y: 5pt),
      stroke: (x, y) => (bottom: 0.5pt + rule),
      align: start,
      table.header(..section.columns.map(one => table.cell(fill: luma(241), strong(one.title)))),
      ..section.rows.flatten().map(one => text(one)),
    )
    if section.note != "" { text(size: 8pt, fill: grey, section.note) }
  }
}
`
