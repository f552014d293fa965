import { PageSkeleton, useT } from '@peyvand/platform/web'
import { EmptyState } from '@peyvand/ui'
import { useParams } from '@tanstack/react-router'
import { FileBox } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RecordKind } from '../contract/index.ts'
import { useLoadedKinds } from './use-kinds.ts'

/** Shows a screen of the kind that the address names. */
export const KindOfAddress = ({ children }: { children: (kind: RecordKind) => ReactNode }) => {
  const t = useT()
  const { kind: key = '' } = useParams({ strict: false }) as { kind?: string }
  const kinds = useLoadedKinds()
  if (!kinds) return <PageSkeleton />
  const kind = kinds.find((one) => one.key === key)
  return kind ? children(kind) : <EmptyState icon={<FileBox />} title={t('error.records.kindNotFound')} />
}
