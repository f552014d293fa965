import { cleanText } from '@peyvand/persian'
import { z } from 'zod'

/** A written line of which something is left without the marks that nobody sees. */
export const lineOf = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => cleanText(text) !== '', { params: { code: 'required' } })
