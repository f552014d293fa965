import { defineRoute } from '@peyvand/platform/contract'
import { z } from 'zod'

export const mergeFieldGroups = ['party', 'activity', 'user', 'firm', 'date'] as const
export const MergeFieldGroup = z.enum(mergeFieldGroups)
export type MergeFieldGroup = z.infer<typeof MergeFieldGroup>

/** Built-in fields by group; labels stand under `templates.field.<group>.<name>`. */
export const builtInFields = {
  party: [
    'name',
    'salutation',
    'honorific',
    'firstName',
    'lastName',
    'jobTitle',
    'organization',
    'brandName',
    'number',
    'mobile',
    'phone',
    'fax',
    'email',
    'website',
    'address',
    'province',
    'county',
    'city',
    'postalCode',
    'nationalId',
    'legalNationalId',
    'economicCode',
    'registrationNumber',
    'birthDate',
    'level',
    'industry',
    'owner',
    'marketer',
    'nextContactOn',
    'lastContactOn',
    'meetingDate',
    'meetingTime',
    'meetingPlace',
  ],
  activity: ['subject', 'kind', 'number', 'date', 'time', 'dueOn', 'owner', 'place', 'link', 'cost'],
  user: ['name', 'jobTitle', 'email', 'mobile', 'signature'],
  firm: ['name'],
  date: ['today', 'weekday', 'time', 'month', 'year'],
} as const satisfies Record<MergeFieldGroup, readonly string[]>

/** Fields that are never empty once there is somebody to write to. */
const filled = new Set(['party.name', 'activity.subject', 'activity.kind', 'user.name', 'firm.name'])

/** Whether a field has a value on every record. */
export const isAlwaysFilled = (key: string): boolean => filled.has(key) || key.startsWith('date.')

/** A field that a template may carry: `party.name`, or `party.custom.<key>` for the firm's own. */
export const MergeField = z.object({
  key: z.string(),
  group: MergeFieldGroup,
  labelFa: z.string(),
  labelEn: z.string(),
  isAlwaysFilled: z.boolean(),
  isCustom: z.boolean(),
})
export type MergeField = z.infer<typeof MergeField>

export const listMergeFieldsRoute = defineRoute({
  method: 'GET',
  path: '/templates/fields',
  summary: 'Fields that templates and call scripts may carry, own fields of the firm included',
  permission: 'templates.use',
  answer: z.object({ items: z.array(MergeField) }),
})
