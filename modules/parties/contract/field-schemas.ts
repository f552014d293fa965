import { cleanBody, cleanCode, cleanText, type Result } from '@peyvand/persian'
import { issue } from '@peyvand/platform/contract'
import { z } from 'zod'

/** One line of text as stored: Persian letters, tidy spaces. Empty becomes null. */
export const OptionalLine = (max: number) =>
  z
    .string()
    .max(max)
    .nullable()
    .transform((text) => (text === null ? null : cleanText(text) || null))

/** Lines of text as stored; empty becomes null. */
export const OptionalBody = (max: number) =>
  z
    .string()
    .max(max)
    .nullable()
    .transform((text) => (text === null ? null : cleanBody(text) || null))

/** A number of a thing: Latin digits, no spaces. Empty becomes null. */
export const OptionalCode = (max: number) =>
  z
    .string()
    .max(max * 2)
    .nullable()
    .transform((text) => (text === null ? null : cleanCode(text) || null))
    .pipe(z.string().max(max).nullable())

/** An identifier with a public rule; `code` names its text under `error.`. Empty becomes null. */
export const Identifier = (code: string, parse: (text: string) => Result<string, string, string>) =>
  z
    .string()
    .max(60)
    .nullable()
    .transform((text, ctx) => {
      if (text === null || text.trim() === '') return null
      const parsed = parse(text)
      if (parsed.ok) return parsed.value
      ctx.addIssue(issue(code))
      return z.NEVER
    })
