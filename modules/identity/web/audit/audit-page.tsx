import { usePageTitle, useT, useUrlState } from '@peyvand/platform/web'
import { SegmentedControl } from '@peyvand/ui'
import { z } from 'zod'
import { AuditList } from './audit-list.tsx'
import { SignInList } from './sign-in-list.tsx'

const Search = z.object({ log: z.enum(['changes', 'signIns']).default('changes').catch('changes') })

/** What was done in the firm, by whom and when; and who signed in or tried to. */
export function AuditPage() {
  const t = useT()
  usePageTitle(t('identity.ui.nav.audit'))
  const [{ log }, setSearch] = useUrlState(Search)
  const switcher = (
    <SegmentedControl
      label={t('identity.ui.nav.audit')}
      value={log}
      // The filter of one log has no meaning in the other.
      onChange={(next) => setSearch({ log: next, ...nothingElse })}
      options={[
        { id: 'changes', label: t('identity.ui.audit.changes') },
        { id: 'signIns', label: t('identity.ui.audit.signIns') },
      ]}
    />
  )
  return log === 'changes' ? <AuditList switcher={switcher} /> : <SignInList switcher={switcher} />
}

const nothingElse = {
  filter: undefined,
  sort: undefined,
  columns: undefined,
  q: undefined,
  view: undefined,
  peek: undefined,
} as object
