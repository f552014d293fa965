import { defineRoute, FieldRule, Id, IdParams, ReadyRole, Scope } from '@peyvand/platform/contract'
import { z } from 'zod'

const RoleName = z.string().trim().min(1).max(80)

export const RoleContent = z.object({
  nameFa: RoleName,
  nameEn: RoleName,
  /** Permission (`parties.read`) → how far it reaches. */
  grants: z.record(z.string().max(80), Scope),
  rights: z.array(z.string().max(80)).max(500),
  /** `parties.phones` → what is withheld. */
  fieldRules: z.record(z.string().max(80), FieldRule),
  /** Record type → the parts of its records that the role reaches (`parties`: keys of groups); all where left out. */
  limits: z.record(z.string().max(80), z.array(z.string().max(80)).min(1).max(200)).default({}),
})
export type RoleContent = z.output<typeof RoleContent>

export const Role = RoleContent.extend({
  id: Id,
  key: ReadyRole.nullable(),
  /** The administrator: may do everything, cannot be changed. */
  everything: z.boolean(),
  userCount: z.number().int(),
  version: z.number().int(),
  can: z.object({ update: z.boolean(), delete: z.boolean(), assign: z.boolean() }),
})
export type Role = z.infer<typeof Role>

export const UpdateRole = RoleContent.extend({ limits: RoleContent.shape.limits.unwrap() })
  .partial()
  .extend({ version: z.number().int() })
export type UpdateRole = z.output<typeof UpdateRole>

const Label = z.object({ fa: z.string(), en: z.string() })

/** Everything that roles can grant: the rows and columns of the matrix. */
export const PermissionCatalogue = z.object({
  records: z.array(
    z.object({
      type: z.string(),
      label: Label,
      actions: z.array(z.object({ key: z.string(), permission: z.string(), label: Label })),
      fields: z.array(z.object({ key: z.string(), field: z.string(), label: Label, maskable: z.boolean() })),
      /** What a role may be limited to, where the type has parts. */
      parts: z
        .object({ label: Label, hint: Label, options: z.array(z.object({ key: z.string(), label: Label })) })
        .nullable(),
    }),
  ),
  rights: z.array(z.object({ key: z.string(), label: Label })),
})
export type PermissionCatalogue = z.infer<typeof PermissionCatalogue>

const errors = ['roles.exceeds', 'roles.unknownPermission', 'roles.nameTaken'] as const

export const permissionCatalogueRoute = defineRoute({
  method: 'GET',
  path: '/permissions',
  summary: 'What roles can grant: actions on records, special rights, rules for fields',
  permission: 'signedIn',
  answer: PermissionCatalogue,
})

export const listRolesRoute = defineRoute({
  method: 'GET',
  path: '/roles',
  summary: 'The roles of the firm, for who manages roles or users',
  permission: 'signedIn',
  answer: z.object({ items: z.array(Role) }),
})

export const createRoleRoute = defineRoute({
  method: 'POST',
  path: '/roles',
  summary: 'Make a role',
  permission: 'roles.manage',
  body: RoleContent,
  answer: Role,
  status: 201,
  errors,
})

export const updateRoleRoute = defineRoute({
  method: 'PATCH',
  path: '/roles/:id',
  summary: 'Change a role; it holds for its users at once',
  permission: 'roles.manage',
  params: IdParams,
  body: UpdateRole,
  answer: Role,
  errors: [...errors, 'roles.fixed'],
})

export const deleteRoleRoute = defineRoute({
  method: 'DELETE',
  path: '/roles/:id',
  summary: 'Remove a role that nobody has',
  permission: 'roles.manage',
  params: IdParams,
  answer: 'none',
  errors: ['roles.fixed', 'roles.inUse', 'roles.exceeds'],
})
