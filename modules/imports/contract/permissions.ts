import { definePermissions } from '@peyvand/platform/contract'

export const importsPermissions = definePermissions({
  records: [],
  rights: {
    'imports.run': { label: { fa: 'ورود اطلاعات از فایل', en: 'Import from files' }, roles: ['manager'] },
  },
})
