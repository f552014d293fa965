import { pageParts } from '@peyvand/platform/server'
import { linesTemplate } from './lines-template.ts'

/** The modern layout, for Typst; all texts come as data (`DocumentSheet`). */
export const modernTemplate = `${pageParts}${linesTemplate}${String.raw`
#let accent = rgb(it.color)
#let small = it.paper == "A5"
#let margin = if small { 10mm } else { 16mm }
#let rule = luma(210)

#set document(title: it.title)
#set page(
  paper: lower(it.paper),
  margin: (top: if small { 12mm } else { 15mm }, bottom: if small { 7mm } else { 11mm } + foot-height, x: margin),
  fill: none,
  background: { sheet; mark-of(if small { 60pt } else { 90pt }) },
  foreground: parted,
  header: page-head,
  header-ascent: 4mm,
  footer: page-foot,
  footer-descent: 4mm,
)
#set text(font: "Vazirmatn", size: it.fontSize * 1pt, lang: it.language, dir: if fa { rtl } else { ltr }, hyphenate: false)
#set par(leading: 0.7em, spacing: 0.9em)

#let fact-rows(facts) = grid(
  columns: (auto, auto), column-gutter: 3mm, row-gutter: 0.7em, align: (start, start),
  ..facts.map(one => (text(fill: grey, size: 0.9em, one.label), box(text(weight: "medium", one.value)))).flatten(),
)
// Long values take lines of their own below the head; the rest stands beside the title.
#let is-long(one) = one.value.clusters().len() > 34
#let short-facts = it.facts.filter(one => not is-long(one))
#let long-facts = it.facts.filter(is-long)

#grid(
  columns: (1fr, auto), column-gutter: 8mm, align: (start + horizon, end + top),
  {
    grid(
      columns: if has("logo") { (auto, 1fr) } else { (1fr,) }, column-gutter: 4mm, align: start + horizon,
      ..if has("logo") { (image("/logo", width: it.logoWidth * 1mm),) } else { () },
      {
        for (index, one) in it.head.enumerate() {
          if index > 0 { linebreak() }
          if index == 0 { text(weight: "bold", size: 1.25em, one) } else { text(size: 0.88em, fill: grey, one) }
        }
      },
    )
  },
  {
    set align(end)
    text(size: if small { 1.7em } else { 2em }, weight: "bold", fill: accent, it.title)
    if it.subtitle != "" { linebreak(); text(fill: grey, it.subtitle) }
  },
)
#v(1mm)
#line(length: 100%, stroke: 1.4pt + accent)

#let party(one) = block(width: 100%, {
  block(spacing: 0.8em, text(fill: accent, size: 0.9em, weight: "bold", one.title))
  block(spacing: 0.8em, text(weight: "bold", size: 1.05em, one.facts.first().value))
  set text(size: 0.9em)
  for fact in one.facts.slice(1) { block(spacing: 0.7em, [#text(fill: grey, fact.label + ":") #text(fact.value)]) }
})
#grid(
  columns: (1fr, 1fr, auto), column-gutter: 6mm, align: start + top,
  ..it.parties.map(party),
  fact-rows(short-facts),
)
#if long-facts.len() > 0 {
  for one in long-facts { block(spacing: 0.7em, [#text(fill: grey, size: 0.9em, one.label + ":") #text(one.value)]) }
}
#v(1mm)

#{
  set text(size: if small { 0.84em } else { 1em })
  let bands = if it.mark == "" { luma(249) }
  document-lines(accent, white, (x: if small { 2.5pt } else { 4pt }, y: if small { 3pt } else { 3.5pt }), (x, y) => (bottom: 0.5pt + rule), body-fill: bands)
}

#let sums = block(breakable: false, width: 100%, {
  for one in it.sums {
    block(spacing: 0pt, width: 100%, inset: (x: 6pt, y: 4.5pt),
      fill: if one.strong { accent.lighten(88%) }, stroke: (bottom: 0.5pt + rule),
      grid(columns: (1fr, auto), align: (start, end), column-gutter: 4mm,
        text(weight: if one.strong { "bold" } else { "regular" }, fill: if one.strong { black } else { grey }, one.label),
        text(weight: if one.strong { "bold" } else { "regular" }, size: if one.strong { 1.1em } else { 1em }, box(text(one.value))),
      ))
  }
})
#let notes = for one in it.texts {
  block(above: 3.5mm, width: 100%, {
    text(fill: accent, weight: "bold", size: 0.95em, one.title)
    parbreak()
    set text(size: 0.95em)
    one.lines.map(line => text(line)).join(linebreak())
  })
}
#let signatures = if it.signatures.len() > 0 {
  let height = if small { 20mm } else { 26mm }
  let place-of(one) = block(width: 100%, stroke: (top: 0.5pt + rule), inset: (top: 5pt), {
    set align(center)
    text(fill: grey, size: 0.9em, one.title)
    block(width: 100%, height: height, signature-in(one, height))
  })
  let places = it.signatures.map(place-of)
  block(breakable: false, above: 8mm, width: 100%, if places.len() == 1 {
    align(end, block(width: if small { 50mm } else { 62mm }, places.first()))
  } else { grid(columns: (1fr,) * places.len(), column-gutter: 8mm, ..places) })
}

// Short notes stand beside the sums, and all of it in one piece, so that no signature stands alone on a page.
#let is-short = it.texts.map(one => one.lines.map(line => calc.ceil(line.clusters().len() / 60)).sum(default: 0)).sum(default: 0) <= 8
#let beside = it.sums.len() > 0 and is-short
#block(breakable: not is-short, width: 100%, above: 4mm, {
  if it.sums.len() > 0 or it.words != none or it.settlement != none {
    block(breakable: false, width: 100%, grid(
      columns: (1fr, if it.sums.len() == 0 { 0mm } else if small { 62mm } else { 80mm }), column-gutter: 8mm, align: start + top,
      {
        set par(leading: 0.7em)
        if it.words != none { block[#text(fill: grey, it.words.label + ":") #text(it.words.value)] }
        if it.settlement != none { block(settlement) }
        if beside { notes }
      },
      sums,
    ))
  }
  if not beside { notes }
  signatures
})
`}`
