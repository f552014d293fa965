import { useListChoice, usePageTitle, useT } from '@peyvand/platform/web'
import { AuditList } from './audit-list.tsx'
import { SignInList } from './sign-in-list.tsx'

/** What was done in the firm, by whom and when; and who signed in or tried to. */
export function AuditPage() {
  const t = useT()
  usePageTitle(t('identity.ui.nav.audit'))
  const { shown, switcher } = useListChoice({
    param: 'log',
    label: t('identity.ui.nav.audit'),
    lists: [
      { id: 'changes', label: t('identity.ui.audit.changes') },
      { id: 'signIns', label: t('identity.ui.audit.signIns') },
    ],
  })
  return shown === 'changes' ? <AuditList switcher={switcher} /> : <SignInList switcher={switcher} />
}
