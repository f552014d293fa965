import type { FileRef } from '../contract/index.ts'

export const pdf = 'application/pdf'

/** Whether a file can be looked at in the page. */
export const hasPreview = ({ type }: Pick<FileRef, 'type'>): boolean =>
  type.startsWith('image/') || type === pdf
