import type { ListFields } from '@peyvand/platform/contract'

/** What the list of users can be filtered by; the server's list knows the same. */
export const userFields: ListFields = {
  name: { type: 'text', label: 'identity.user.name', sortable: true },
  email: { type: 'text', label: 'identity.user.email', sortable: true },
  mobile: { type: 'phone', label: 'identity.user.mobile' },
  jobTitle: { type: 'text', label: 'identity.user.jobTitle', sortable: true },
  state: {
    type: 'enum',
    label: 'identity.user.state',
    options: {
      invited: 'identity.user.state.invited',
      active: 'identity.user.state.active',
      inactive: 'identity.user.state.inactive',
    },
  },
  teams: { type: 'team', label: 'identity.user.teams' },
  lastSignInAt: { type: 'instant', label: 'identity.user.lastSignInAt', sortable: true },
  resetRequestedAt: { type: 'instant', label: 'identity.user.resetRequestedAt', sortable: true },
  createdAt: { type: 'instant', label: 'identity.user.createdAt', sortable: true },
}
