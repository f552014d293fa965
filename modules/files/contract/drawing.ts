import { z } from 'zod'

/** What the program draws: pages for the screen, or the file. */
export const DrawFormat = z.enum(['svg', 'pdf'])
export type DrawFormat = z.infer<typeof DrawFormat>

/** Sheets that documents are set on. */
export const Paper = z.enum(['A4', 'A5'])
export type Paper = z.infer<typeof Paper>
