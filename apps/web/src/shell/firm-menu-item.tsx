import { getSessionRoute, switchFirmRoute } from '@peyvand/identity/contract'
import { callApi, useRoute, useT } from '@peyvand/platform/web'
import { Menu, MenuItem, SubmenuTrigger } from '@peyvand/ui'
import { Building2 } from 'lucide-react'

/** The other firms in which the same person works; nothing for most. */
export function FirmMenuItem({ onFailure }: { onFailure: (error: unknown) => void }) {
  const t = useT()
  const { data: session } = useRoute(getSessionRoute, {}, { enabled: false })
  if (!session || session.firms.length < 2) return null
  const choose = (tenantId: number) =>
    // A fresh page: nothing of one firm may stay on the screen of another.
    void callApi(switchFirmRoute, { body: { tenantId } }).then(() => window.location.assign('/'), onFailure)
  return (
    <SubmenuTrigger>
      <MenuItem icon={<Building2 />}>{t('shell.firm')}</MenuItem>
      <Menu
        aria-label={t('shell.firm')}
        selectionMode="single"
        selectedKeys={[String(session.firm.tenantId)]}
      >
        {session.firms.map(({ tenantId, name }) => (
          <MenuItem key={tenantId} id={String(tenantId)} onAction={() => choose(tenantId)}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </SubmenuTrigger>
  )
}
