import { defineWebModule } from '@peyvand/platform/web'
import { Building2, Eye, KeyRound, Network, ScrollText, ShieldCheck, UserPlus, Users } from 'lucide-react'

const group = 'identity.ui.nav.people'

/** People and rights: the pages before the sign-in, the profile, and the settings of the firm. */
export const identityWeb = defineWebModule({
  name: 'identity',
  routes: [
    { path: '/setup', isPublic: true, page: () => import('./entry/setup-page.tsx').then((m) => m.SetupPage) },
    {
      path: '/sign-in',
      isPublic: true,
      page: () => import('./entry/sign-in-page.tsx').then((m) => m.SignInPage),
    },
    {
      path: '/forgot-password',
      isPublic: true,
      page: () => import('./entry/forgot-password-page.tsx').then((m) => m.ForgotPasswordPage),
    },
    {
      path: '/reset-password',
      isPublic: true,
      page: () => import('./entry/reset-password-page.tsx').then((m) => m.ResetPasswordPage),
    },
    {
      path: '/join',
      isPublic: true,
      page: () => import('./entry/invitation-page.tsx').then((m) => m.InvitationPage),
    },
    { path: '/profile', page: () => import('./profile/profile-page.tsx').then((m) => m.ProfilePage) },
    {
      path: '/settings/firm',
      permission: 'firm.manage',
      page: () => import('./settings/firm-page.tsx').then((m) => m.FirmPage),
    },
    {
      path: '/settings/users',
      permission: 'users.manage',
      page: () => import('./users/users-page.tsx').then((m) => m.UsersPage),
    },
    {
      path: '/settings/users/$id/leave',
      permission: 'users.manage',
      page: () => import('./users/leaver-page.tsx').then((m) => m.LeaverPage),
    },
    {
      path: '/settings/teams',
      permission: 'teams.manage',
      page: () => import('./teams/teams-page.tsx').then((m) => m.TeamsPage),
    },
    {
      path: '/settings/roles',
      permission: 'roles.manage',
      page: () => import('./roles/roles-page.tsx').then((m) => m.RolesPage),
    },
    {
      path: '/settings/access',
      permission: 'roles.manage',
      page: () => import('./access/access-page.tsx').then((m) => m.AccessPage),
    },
    {
      path: '/settings/api-keys',
      permission: 'apiKeys.manage',
      page: () => import('./keys/api-keys-page.tsx').then((m) => m.ApiKeysPage),
    },
    {
      path: '/settings/audit',
      permission: 'audit.read',
      page: () => import('./audit/audit-page.tsx').then((m) => m.AuditPage),
    },
  ],
  navigation: [
    {
      section: 'nav.settings',
      group,
      to: '/settings/firm',
      label: 'identity.ui.nav.firm',
      icon: Building2,
      permission: 'firm.manage',
      order: 10,
    },
    {
      section: 'nav.settings',
      group,
      to: '/settings/users',
      label: 'identity.users',
      icon: Users,
      permission: 'users.manage',
      order: 20,
    },
    {
      section: 'nav.settings',
      group,
      to: '/settings/teams',
      label: 'identity.ui.nav.teams',
      icon: Network,
      permission: 'teams.manage',
      order: 30,
    },
    {
      section: 'nav.settings',
      group,
      to: '/settings/roles',
      label: 'identity.ui.nav.roles',
      icon: ShieldCheck,
      permission: 'roles.manage',
      order: 40,
    },
    {
      section: 'nav.settings',
      group: 'identity.ui.nav.safety',
      to: '/settings/access',
      label: 'identity.ui.access',
      icon: Eye,
      permission: 'roles.manage',
      order: 70,
    },
    {
      section: 'nav.settings',
      group: 'identity.ui.nav.safety',
      to: '/settings/api-keys',
      label: 'identity.ui.nav.apiKeys',
      icon: KeyRound,
      permission: 'apiKeys.manage',
      order: 80,
    },
    {
      section: 'nav.settings',
      group: 'identity.ui.nav.safety',
      to: '/settings/audit',
      label: 'identity.ui.nav.audit',
      icon: ScrollText,
      permission: 'audit.read',
      order: 90,
    },
  ],
  commands: [
    {
      id: 'identity.invite',
      label: 'identity.ui.users.invite',
      icon: UserPlus,
      permission: 'users.manage',
      to: '/settings/users?form=new',
    },
  ],
})
