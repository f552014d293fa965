import { DrawFormat } from '@peyvand/files/contract'
import { defineRoute, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Envelope } from './envelopes.ts'
import { CreateLetter, IssueLetter, Letter, LetterChange, VoidLetter } from './letters.ts'

export const createLetterRoute = defineRoute({
  method: 'POST',
  path: '/letters',
  summary: 'Register an incoming letter, or begin a draft of an outgoing or internal one',
  permission: 'activities.create',
  body: CreateLetter,
  answer: Letter,
  status: 201,
  errors: ['letters.cannotSign', 'activities.notFound'],
})

export const getLetterRoute = defineRoute({
  method: 'GET',
  path: '/letters/:id',
  summary: 'A letter with its register, people, links and sheet',
  permission: 'activities.read',
  params: IdParams,
  answer: Letter,
  errors: ['activities.notFound'],
})

export const updateLetterRoute = defineRoute({
  method: 'PATCH',
  path: '/letters/:id',
  summary: 'Change a letter; an issued one keeps its text, names and look',
  permission: 'activities.update',
  params: IdParams,
  body: LetterChange,
  answer: Letter,
  errors: ['activities.notFound', 'activities.letterFixed', 'letters.cannotSign'],
})

export const issueLetterRoute = defineRoute({
  method: 'POST',
  path: '/letters/:id/issue',
  summary: 'Give a draft its number, keep its PDF for good, hand it to colleagues inside',
  permission: 'activities.update',
  params: IdParams,
  body: IssueLetter,
  answer: Letter,
  errors: ['activities.notFound', 'letters.notDraft', 'letters.cannotSign', 'transition.notAllowed'],
})

export const voidLetterRoute = defineRoute({
  method: 'POST',
  path: '/letters/:id/void',
  summary: 'Declare a registered letter void (باطل); its number stays in the book',
  permission: 'letters.void',
  params: IdParams,
  body: VoidLetter,
  answer: Letter,
  errors: ['activities.notFound', 'letters.notRegistered', 'letters.alreadyVoid'],
})

export const drawLetterRoute = defineRoute({
  method: 'GET',
  path: '/letters/:id/paper',
  summary: 'The letter on its letterhead: as issued, or as a draft marked so',
  permission: 'activities.read',
  params: IdParams,
  query: z.object({ format: DrawFormat.default('pdf') }),
  answer: 'file',
  errors: ['activities.notFound', 'letters.notWritten', 'letters.notDrawn'],
})

export const previewLetterRoute = defineRoute({
  method: 'POST',
  path: '/letters/preview',
  summary: 'How a letter that is being written would look',
  permission: 'activities.create',
  query: z.object({ format: DrawFormat.default('svg') }),
  body: CreateLetter.extend({ subject: z.string().max(300).default('') }),
  answer: 'file',
  errors: ['letters.notDrawn'],
})

export const drawEnvelopeRoute = defineRoute({
  method: 'POST',
  path: '/letters/envelope',
  summary: 'An envelope with its two addresses, for printing',
  permission: 'activities.read',
  query: z.object({ format: DrawFormat.default('pdf') }),
  body: Envelope,
  answer: 'file',
  errors: ['letters.notDrawn'],
})
