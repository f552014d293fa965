import type { Side } from '../contract/index.ts'

/** Where the documents of a side are listed. */
export const sidePath = (side: Side): string => (side === 'sales' ? '/documents' : '/purchases')
