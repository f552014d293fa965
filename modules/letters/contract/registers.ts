import { Direction } from '@peyvand/activities/contract'
import { NumberPattern } from '@peyvand/customization/contract'
import { defineRoute, Id, IdParams, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

const Name = z.string().trim().min(1).max(80)

/** Classes of letters that one register numbers in one run. */
const Directions = z
  .array(Direction)
  .min(1)
  .max(3)
  .transform((given) => Direction.options.filter((direction) => given.includes(direction)))

const fields = {
  nameFa: Name,
  nameEn: Name,
  directions: Directions,
  /** `{y}` the fiscal year, `{n:4}` the number; a yearly register must show the year. */
  pattern: NumberPattern,
  /** Begins at one with each fiscal year. */
  perYear: z.boolean(),
  /** The team whose letters go here unless another register is chosen: a branch's secretariat. */
  teamId: Id.nullable(),
  letterheadId: Id.nullable(),
}

export const CreateRegister = z.object({
  ...fields,
  perYear: fields.perYear.default(true),
  teamId: fields.teamId.default(null),
  letterheadId: fields.letterheadId.default(null),
})
export type CreateRegister = z.output<typeof CreateRegister>

export const RegisterChange = z
  .object(fields)
  .partial()
  .extend({
    version: z.number().int(),
    archived: z.boolean().optional(),
    /** Goes on from this number; only upwards, because issued numbers never come again. */
    nextNumber: z.number().int().min(1).max(999_999_999).optional(),
  })
export type RegisterChange = z.output<typeof RegisterChange>

/** A book of letters (دفتر اندیکاتور) with numbers of its own. */
export const Register = z.object({
  id: Id,
  nameFa: z.string(),
  nameEn: z.string(),
  directions: z.array(Direction),
  pattern: z.string(),
  perYear: z.boolean(),
  /** What the next letter would get; nobody has reserved it. */
  preview: z.string(),
  team: Ref.nullable(),
  letterheadId: Id.nullable(),
  archived: z.boolean(),
  /** Fiscal years that have letters, newest first; 0 stands for a register that never begins again. */
  years: z.array(z.object({ year: z.number().int(), letters: z.number().int() })),
  /** Classes for which the caller's letters come here where no register is chosen. */
  usualFor: z.array(Direction),
  version: z.number().int(),
})
export type Register = z.infer<typeof Register>

export const listRegistersRoute = defineRoute({
  method: 'GET',
  path: '/letter-registers',
  summary: 'The registers of letters with their next numbers',
  permission: 'activities.read',
  answer: z.object({ items: z.array(Register) }),
})

export const createRegisterRoute = defineRoute({
  method: 'POST',
  path: '/letter-registers',
  summary: 'Open a register with a pattern of its own',
  permission: 'letters.manage',
  body: CreateRegister,
  answer: Register,
  status: 201,
  errors: ['customization.patternNeedsYear'],
})

export const updateRegisterRoute = defineRoute({
  method: 'PATCH',
  path: '/letter-registers/:id',
  summary: 'Change a register, go on from a higher number, close it or open it again',
  permission: 'letters.manage',
  params: IdParams,
  body: RegisterChange,
  answer: Register,
  errors: ['letters.lastRegister', 'customization.patternNeedsYear', 'customization.numberUsed'],
})
