import { callApi, PageProblem, PageSkeleton, usePageTitle, useRoute, useWatch } from '@peyvand/platform/web'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getPartyFileRoute, visitPartyRoute } from '../../contract/index.ts'
import { FileLayout } from './file-layout.tsx'

/** The party file. */
export const PartyFilePage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getPartyFileRoute, { params: { id } })
  const navigate = useNavigate()
  useWatch('parties', id)
  usePageTitle(data?.party.name)
  const isKept = data !== undefined && data.party.deletedAt === null && data.party.mergedInto === null
  useEffect(() => {
    // Only a memory for «اخیر»; where it fails nothing is lost.
    if (isKept) callApi(visitPartyRoute, { params: { id } }).catch(() => {})
  }, [id, isKept])
  const survivorId = data?.party.mergedInto
  useEffect(() => {
    if (survivorId) void navigate({ to: `/parties/${survivorId}` as never, replace: true })
  }, [survivorId, navigate])
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data && !survivorId ? <FileLayout key={id} file={data} /> : <PageSkeleton />
}
