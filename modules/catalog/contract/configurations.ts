import { defineRoute, Id, IdParams, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Configurator, ConfiguratorChange } from './configurator.ts'
import { ConfiguredOptions } from './configured-options.ts'
import { PriceLine, SaleQuestion } from './pricing.ts'
import { Quantity } from './quantity.ts'

const OptionIds = z.array(Id).max(500)

/** What is asked of a choice; see `checkConfiguration`. */
export const ConfigurationQuestion = SaleQuestion.extend({
  optionIds: OptionIds,
  unitId: Id.optional(),
  quantity: Quantity.default('1'),
})
export type ConfigurationQuestion = z.output<typeof ConfigurationQuestion>

const Fault = z.discriminatedUnion('code', [
  z.object({ code: z.literal('unknown'), optionId: Id }),
  z.object({ code: z.enum(['tooFew', 'tooMany']), groupId: Id, count: z.number().int() }),
  z.object({
    code: z.enum(['requires', 'excludes']),
    optionId: Id,
    others: z.array(Id),
    reason: z.string().nullable(),
  }),
])

export const ConfigurationAnswer = z.object({
  /** None where the choice can be sold. */
  faults: z.array(Fault),
  barred: z.array(z.object({ optionId: Id, by: Id, reason: z.string().nullable() })),
  /** With the way to the price; null where the choice cannot be sold. */
  line: PriceLine.nullable(),
})
export type ConfigurationAnswer = z.infer<typeof ConfigurationAnswer>

/** A choice kept under a name, to be taken again. */
export const NamedConfiguration = z.object({
  id: Id,
  name: z.string(),
  configuration: ConfiguredOptions,
  /** Whether it can still be sold as the product is offered today. */
  valid: z.boolean(),
  createdBy: Ref.nullable(),
  createdAt: z.string(),
})
export type NamedConfiguration = z.infer<typeof NamedConfiguration>

const read = 'catalog.read'
const configure = 'catalog.configure'
const errors = ['catalog.productNotFound'] as const

export const getConfiguratorRoute = defineRoute({
  method: 'GET',
  path: '/products/:id/configurator',
  summary: 'What a product is offered with: groups of options and the rules between them',
  permission: read,
  params: IdParams,
  answer: Configurator,
  errors: [...errors],
})

export const updateConfiguratorRoute = defineRoute({
  method: 'PUT',
  path: '/products/:id/configurator',
  summary: 'Change what a product is offered with; groups and rules are sent whole',
  permission: 'catalog.manage',
  params: IdParams,
  body: ConfiguratorChange,
  answer: Configurator,
  errors: [...errors],
})

export const askConfigurationRoute = defineRoute({
  method: 'POST',
  path: '/products/:id/configurator/ask',
  summary: 'Whether a choice of options can be sold, what it bars and why, and what it costs',
  permission: read,
  params: IdParams,
  body: ConfigurationQuestion,
  answer: ConfigurationAnswer,
  errors: [...errors, 'catalog.noPrice', 'catalog.noVatRate'],
})

export const listConfigurationsRoute = defineRoute({
  method: 'GET',
  path: '/products/:id/configurations',
  summary: 'Choices of a product kept under a name',
  permission: read,
  params: IdParams,
  answer: z.object({ items: z.array(NamedConfiguration) }),
  errors: [...errors],
})

export const saveConfigurationRoute = defineRoute({
  method: 'POST',
  path: '/products/:id/configurations',
  summary: 'Keep a choice under a name; one of the same name is replaced',
  permission: configure,
  params: IdParams,
  body: z.strictObject({ name: z.string().trim().min(1).max(120), optionIds: OptionIds }),
  answer: NamedConfiguration,
  status: 201,
  errors: [...errors, 'catalog.configurationInvalid'],
})

export const deleteConfigurationRoute = defineRoute({
  method: 'DELETE',
  path: '/products/:id/configurations/:configurationId',
  summary: 'Take a named choice off',
  permission: configure,
  params: z.object({ id: Id, configurationId: Id }),
  answer: 'none',
  errors: [...errors, 'catalog.configurationNotFound'],
})
