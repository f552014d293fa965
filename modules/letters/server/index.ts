import './tables.ts'

export { issueLetter } from './issue-letter.ts'
export { getLetter } from './letter-view.ts'
export { lettersModule } from './module.ts'
export { createLetter } from './write-letter.ts'
