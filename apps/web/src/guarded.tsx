import { usePermission, useT } from '@peyvand/platform/web'
import { EmptyState } from '@peyvand/ui'
import { ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** A screen that a role must open; the server refuses its data anyway. */
export function Guarded({ permission, children }: { permission: string; children: ReactNode }) {
  const t = useT()
  return usePermission(permission) ? (
    children
  ) : (
    <EmptyState icon={<ShieldAlert />} title={t('error.forbidden')} className="py-24" />
  )
}
