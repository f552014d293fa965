import { definePermissions } from '@peyvand/platform/contract'

export const identityPermissions = definePermissions({
  records: [],
  rights: {
    'firm.manage': { label: { fa: 'تنظیمات شرکت', en: 'Firm settings' }, roles: [] },
    'users.manage': {
      label: { fa: 'مدیریت کاربران و دعوت‌ها', en: 'Manage users and invitations' },
      roles: [],
    },
    'teams.manage': { label: { fa: 'مدیریت تیم‌ها', en: 'Manage teams' }, roles: [] },
    'roles.manage': {
      label: { fa: 'مدیریت نقش‌ها و مجوزها', en: 'Manage roles and permissions' },
      roles: [],
    },
    'apiKeys.manage': {
      label: { fa: 'ساخت و مدیریت کلیدهای دسترسی', en: 'Make and manage API keys' },
      roles: [],
    },
    'audit.read': {
      label: { fa: 'مشاهدهٔ رخدادنگاری و سوابق ورود', en: 'See the audit log and sign-ins' },
      roles: ['manager'],
    },
  },
})
