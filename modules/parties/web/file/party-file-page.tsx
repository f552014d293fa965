import { callApi, PageProblem, PageSkeleton, usePageTitle, useRoute, useWatch } from '@peyvand/platform/web'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getPartyFileRoute, visitPartyRoute } from '../../contract/index.ts'
import { FileLayout } from './file-layout.tsx'

/** The party file. */
export const PartyFilePage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getPartyFileRoute, { params: { id } })
  useWatch('parties', id)
  usePageTitle(data?.party.name)
  const isKept = data !== undefined && data.party.deletedAt === null
  useEffect(() => {
    // Only a memory for «اخیر»; where it fails nothing is lost.
    if (isKept) callApi(visitPartyRoute, { params: { id } }).catch(() => {})
  }, [id, isKept])
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data ? <FileLayout key={id} file={data} /> : <PageSkeleton />
}
