import { highlightParts } from './highlight-parts.ts'

/** A text with the words searched for marked. */
export const Highlight = ({ text, query }: { text: string; query: string }) =>
  highlightParts(text, query).map((part, i) =>
    part.isHit ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one text
      <mark key={i} className="rounded-[3px] bg-warn-soft text-inherit">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
