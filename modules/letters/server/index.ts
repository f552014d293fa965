import './tables.ts'

export { issueLetter } from './issue-letter.ts'
export { getLetter } from './letter-view.ts'
export { createLetterhead } from './letterheads.ts'
export { lettersModule } from './module.ts'
export { createSigner } from './signers.ts'
export { createLetter } from './write-letter.ts'
