import { definePermissions, type Label, type RecordPermissions } from '@peyvand/platform/contract'
import { recordTypeOf } from './record-kinds.ts'

export const recordsPermissions = definePermissions({
  // Each kind brings rows of its own, see `kindPermissions`.
  records: [],
  rights: {
    'records.manageKinds': {
      label: { fa: 'ساخت و تغییر انواع رکورد', en: 'Make and change record kinds' },
      roles: [],
    },
    'records.export': {
      label: { fa: 'خروجی رکوردهای سفارشی', en: 'Export records of own kinds' },
      roles: ['manager'],
    },
    'records.massUpdate': {
      label: { fa: 'ویرایش گروهی رکوردهای سفارشی', en: 'Change many records of own kinds at once' },
      roles: ['manager'],
    },
  },
})

export type RecordAction = 'read' | 'create' | 'update' | 'delete'

/** `records:contracts.read` */
export const recordPermission = (kind: string, action: RecordAction): string =>
  `${recordTypeOf(kind)}.${action}`

/** What roles may grant on the records of a kind, and what the ready ones get when it is made. */
export function kindPermissions({ key, label }: { key: string; label: Label }): RecordPermissions {
  return {
    type: recordTypeOf(key),
    label,
    actions: {
      read: {
        label: { fa: 'مشاهده', en: 'View' },
        defaults: { manager: 'all', salesperson: 'own', supportAgent: 'team', secretary: 'team' },
      },
      create: {
        label: { fa: 'ایجاد', en: 'Create' },
        defaults: { manager: 'all', salesperson: 'own', supportAgent: 'own', secretary: 'own' },
      },
      update: {
        label: { fa: 'ویرایش', en: 'Edit' },
        defaults: { manager: 'all', salesperson: 'own', supportAgent: 'own', secretary: 'own' },
      },
      delete: {
        label: { fa: 'حذف', en: 'Delete' },
        defaults: { manager: 'all', salesperson: 'own' },
      },
    },
  }
}
