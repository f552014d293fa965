import { pageParts } from '@peyvand/platform/server'

/**
 * How a letter is set, for Typst. All texts come as data (`LetterPaper`, with the names of the pictures that are
 * there), so nothing that users write is ever read as markup.
 */
export const letterTemplate = `${pageParts}${String.raw`
#let d = it.design
#let run(r) = if r.bold { strong(text(r.text)) } else { text(r.text) }
#let line(runs) = runs.map(run).join()

#let back = if has("background") {
  place(top + left, image("/background", width: 100%, height: 100%, fit: "stretch"))
}
#let foot = context {
  let last = counter(page).final().first()
  let here = counter(page).get().first()
  set text(size: 8pt, fill: grey)
  set align(center)
  set par(leading: 0.6em, justify: false, spacing: 0.6em)
  if d.footer.len() > 0 {
    std.line(length: 100%, stroke: 0.5pt + luma(190))
    for one in d.footer [#text(one) #linebreak()]
  }
  if last > 1 {
    page-of(here, last)
  }
}
#let footed = d.footer.len() * 4.2mm + 8mm

#set document(title: it.subject)
#set page(
  paper: lower(d.paper),
  margin: (
    top: d.marginTop * 1mm,
    bottom: d.marginBottom * 1mm + footed,
    left: (if fa { d.marginEnd } else { d.marginStart }) * 1mm,
    right: (if fa { d.marginStart } else { d.marginEnd }) * 1mm,
  ),
  fill: none,
  background: { sheet; back; mark-of(if d.paper == "A5" { 64pt } else { 96pt }) },
  foreground: parted,
  footer: foot,
  footer-descent: 4mm,
)
#set text(font: "Vazirmatn", size: d.fontSize * 1pt, lang: it.language, dir: if fa { rtl } else { ltr }, hyphenate: false)
#set par(justify: true, leading: 0.95em, spacing: 1.25em)
#set list(indent: 4pt, body-indent: 6pt, spacing: 0.95em)
#set enum(indent: 4pt, body-indent: 6pt, spacing: 0.95em, numbering: n => [#numbering(digits, n).])

#let factrows = block(
  for one in it.facts {
    set text(size: 0.85em)
    block(spacing: 0.75em)[#text(fill: grey, one.label + ":") #h(2pt) #box(text(one.value))]
  },
)
#let heading-part = grid(
  columns: (1fr, 1.6fr, 1fr),
  align: (start + top, center + top, end + top),
  column-gutter: 6pt,
  if has("logo") { image("/logo", width: d.logoWidth * 1mm) },
  {
    set par(leading: 0.7em, spacing: 0.8em, justify: false)
    if d.opening != "" { text(size: 0.9em, d.opening); v(2mm) }
    for (index, one) in d.title.enumerate() {
      if index == 0 { text(weight: "bold", size: 1.2em, one) } else { text(size: 0.85em, fill: grey, one) }
      linebreak()
    }
  },
  if it.facts.len() > 0 { align(start, factrows) },
)
#if has("logo") or d.opening != "" or d.title.len() > 0 or it.facts.len() > 0 {
  heading-part
  v(5mm)
}

#set par(first-line-indent: 0pt)
#for one in it.recipients {
  block(spacing: 0.9em, below: 1.1em)[
    #strong(text(one.name))
    #if one.title != "" { linebreak(); text(one.title) }
  ]
}
#if it.subject != "" { block(above: 1.3em, below: 1.1em, strong[#it.labels.subject: #text(it.subject)]) }
#for one in it.references { block(spacing: 0.7em, text(size: 0.9em, fill: luma(70), one)) }
#v(1mm)

#let set-block(b) = {
  if b.type == "paragraph" { par(b.lines.map(line).join(linebreak())) }
  else if b.type == "heading" { block(above: 1.4em, below: 0.9em, sticky: true, strong(line(b.line))) }
  else if b.type == "list" {
    let items = b.items.map(line)
    if b.ordered { enum(..items) } else { list(..items) }
  }
  else if b.type == "table" {
    let columns = calc.max(..b.rows.map(row => row.len()))
    let cells = b.rows.enumerate().map(((index, row)) => range(columns).map(at => {
      let content = if at < row.len() { line(row.at(at)) } else { [] }
      if b.hasHead and index == 0 { table.cell(fill: luma(238), strong(content)) } else { content }
    }))
    let head = if b.hasHead { (table.header(..cells.first()),) } else { () }
    let rows = if b.hasHead { cells.slice(1) } else { cells }
    set par(justify: false)
    table(columns: (1fr,) * columns, inset: 6pt, stroke: 0.5pt + luma(150), align: start, ..head, ..rows.flatten())
  }
}

#let closing = if it.signer != none or has("signature") or has("stamp") {
  v(6mm)
  let width = if d.paper == "A5" { 45mm } else { 65mm }
  align(end, block(breakable: false, width: width, {
    set align(center)
    set par(justify: false, leading: 0.7em, spacing: 0.7em)
    if it.signer != none {
      strong(text(it.signer.name))
      if it.signer.title != "" { linebreak(); text(size: 0.92em, it.signer.title) }
    }
    let pictures = has("signature") or has("stamp")
    if pictures {
      block(height: 30mm, width: 100%, {
        if has("stamp") { place(center + horizon, dx: if fa { -14mm } else { 14mm }, image("/stamp", height: 28mm)) }
        if has("signature") { place(center + horizon, image("/signature", height: 22mm)) }
      })
    }
  }))
}

// The signature never stands alone on a page: the last paragraph goes with it.
#let last = if it.body.len() > 0 and it.body.last().type == "paragraph" { it.body.last() }
#for b in if last == none { it.body } else { it.body.slice(0, -1) } { set-block(b) }
#if last != none and last.lines.len() < 6 { block(breakable: false, width: 100%, { set-block(last); closing }) } else {
  if last != none { set-block(last) }
  closing
}

#if it.copies.len() > 0 {
  v(4mm)
  block(breakable: false, {
    set text(size: 0.85em)
    set par(justify: false)
    strong(it.labels.copies + ":")
    list(..it.copies.map(one => text(one)))
  })
}
`}`
