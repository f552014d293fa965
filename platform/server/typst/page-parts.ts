/**
 * What templates of papers begin with: the data as `it`, its language, sides and digits, and what stands behind and
 * before the text of every page. The data has `language`, `mark` (printed across the pages, or nothing) and what
 * `drawn` adds.
 */
export const pageParts = String.raw`
#let it = json(bytes(sys.inputs.data))
#let fa = it.language == "fa"
#let has(name) = name in it.pictures
#let start = if fa { right } else { left }
#let end = if fa { left } else { right }
#let grey = luma(110)
#let digits = if fa { "۱" } else { "1" }

#let mark-of(size) = if it.mark != "" {
  place(center + horizon, rotate(-35deg, text(size: size, weight: "bold", fill: luma(228), it.mark)))
}
// On the screen pages stand below each other in one picture. Typst paints the fill of each of them over the first,
// so the white is drawn as a shape; a grey strip parts them.
#let sheet = if it.isScreen { place(top + left, rect(width: 100%, height: 100%, fill: white)) }
#let parted = if it.isScreen {
  context if counter(page).get().first() < counter(page).final().first() {
    place(bottom, rect(width: 100%, height: 3mm, fill: luma(205)))
  }
}
#let page-of(here, last) = if fa [صفحهٔ #numbering(digits, here) از #numbering(digits, last)] else [Page #here of #last]
`
