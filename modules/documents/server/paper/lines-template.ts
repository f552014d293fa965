/** The lines of a document, for Typst: heads repeat, sums are carried from page to page. Used by both layouts. */
export const linesTemplate = String.raw`
#let last-of(page) = query(<document-row>).filter(one => one.location().page() <= page).at(-1, default: none)
#let sum-until(page) = {
  let last = last-of(page)
  if last == none { "" } else { it.running.sums.at(last.value) }
}
#let ends-at() = query(<document-rows-end>).first().location().page()

#let cell-of(column, row, at) = {
  let content = text(row.cells.at(at))
  if column.kind == "name" {
    content
    if row.more.len() > 0 {
      set text(size: 0.85em, fill: grey)
      // What is short follows the name; the rest has lines of its own.
      let all = row.more.join(" · ")
      if all.clusters().len() <= 36 { h(0.7em); text(all) } else { for one in row.more { linebreak(); text(one) } }
    }
  } else if column.kind == "figure" { box(content) } else { content }
}
#let side-of(column) = if column.kind == "name" { start } else { center }

// A row that pages begin or end with, where the lines go on. It takes no room elsewhere.
#let between(label, value, shown) = table.cell(colspan: it.columns.len(), inset: 0pt, stroke: none, fill: none,
  context if shown() {
    block(width: 100%, inset: (x: 5pt, y: 3pt), fill: luma(246), stroke: 0.4pt + luma(190), grid(
      columns: (1fr, auto), align: (start, end),
      text(fill: grey, label), strong(text(value())),
    ))
  })

#let document-lines(head-fill, head-text, inset, stroke, body-fill: none) = {
  set par(justify: false, leading: 0.5em)
  let widths = it.columns.map(one => if one.kind == "name" { 1fr } else { auto })
  let heads = it.columns.map(one => table.cell(fill: head-fill, align: center + horizon,
    text(fill: head-text, weight: "bold", size: 0.85em, one.title.join("\n"))))
  let rows = it.rows.enumerate().map(((index, row)) => it.columns.enumerate().map(((at, column)) =>
    table.cell(breakable: false, align: side-of(column) + horizon, fill: if calc.odd(index) { body-fill }, {
      if at == 0 [#metadata(index) <document-row>]
      cell-of(column, row, at)
    })
  )).flatten()
  let carried = if it.running != none {
    (between(it.running.carried, () => sum-until(here().page() - 1), () => last-of(here().page() - 1) != none),)
  } else { () }
  let so-far = if it.running != none {
    (table.footer(between(it.running.soFar, () => sum-until(here().page()), () => here().page() < ends-at())),)
  } else { () }
  let sums = if it.totals.any(one => one != "") {
    let first = it.totals.position(one => one != "")
    (
      table.cell(colspan: first, align: end + horizon, fill: head-fill, strong(if fa { "جمع کل" } else { "Total" })),
      ..it.totals.slice(first).map(one => table.cell(align: center + horizon, fill: head-fill, strong(box(text(one))))),
    )
  } else { () }
  table(columns: widths, inset: inset, stroke: stroke, table.header(..heads, ..carried), ..rows, ..sums, ..so-far)
  [#metadata(none) <document-rows-end>]
}

#let tick(one) = box(baseline: 0.1em, {
  box(width: 0.85em, height: 0.85em, stroke: 0.6pt, baseline: 0.1em, if one.checked {
    place(line(start: (0.15em, 0.4em), end: (0.36em, 0.65em), stroke: 1pt))
    place(line(start: (0.36em, 0.65em), end: (0.72em, 0.15em), stroke: 1pt))
  })
  h(0.35em)
  text(one.label)
})
#let settlement = if it.settlement != none {
  text(fill: grey, it.settlement.label + ":")
  h(0.6em)
  for one in it.settlement.options { tick(one); h(1em) }
}

#let signature-in(place-of, height) = if place-of.ours {
  if has("stamp") { place(center + horizon, dx: if fa { -12mm } else { 12mm }, image("/stamp", height: height)) }
  if has("signature") { place(center + horizon, image("/signature", height: height * 0.8)) }
}

#let page-foot = context {
  let last = counter(page).final().first()
  let here = counter(page).get().first()
  set text(size: 7.5pt, fill: grey)
  set par(leading: 0.55em, justify: false, spacing: 0.55em)
  if it.foot.len() > 0 { line(length: 100%, stroke: 0.4pt + luma(190)) }
  grid(columns: (1fr, auto), align: (start + top, end + top), column-gutter: 6mm,
    it.foot.map(one => text(one)).join(linebreak()),
    if last > 1 { page-of(here, last) },
  )
}
#let foot-height = calc.max(it.foot.len(), 1) * 4mm + 2mm
// What pages after the first are.
#let page-head = context if counter(page).get().first() > 1 {
  set text(size: 8pt, fill: grey)
  grid(columns: (1fr, auto), align: (start, end), text(it.title), {
    let number = it.facts.first()
    [#text(number.label): #box(text(number.value))]
  })
}
`
