/**
 * Likeness of two texts from 0 to 1 by shared trigrams, equal to `similarity()` of PostgreSQL's pg_trgm.
 * Give it folded texts (`searchKey`, `matchName`).
 */
export function similarity(a: string, b: string): number {
  const ofA = trigrams(a)
  const ofB = trigrams(b)
  let shared = 0
  for (const trigram of ofA) if (ofB.has(trigram)) shared++
  const union = ofA.size + ofB.size - shared
  return union === 0 ? 0 : shared / union
}

function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{Alphabetic}\p{Nd}]+/gu)) {
    const letters = Array.from(`  ${word} `)
    for (let i = 0; i + 3 <= letters.length; i++) found.add(letters.slice(i, i + 3).join(''))
  }
  return found
}
