import { useToday } from '@peyvand/activities/web'
import { useIsReadOnly } from '@peyvand/parties/web'
import { getDealRoute } from '@peyvand/pipeline/contract'
import {
  PageProblem,
  PageSkeleton,
  routeKey,
  useRoute,
  useSession,
  useUrlState,
  useWaiting,
} from '@peyvand/platform/web'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import {
  type Document,
  DocumentKind,
  getDocumentRoute,
  getDocumentSettingsRoute,
} from '../../contract/index.ts'
import type { WrittenDocument } from '../offline.ts'
import { DocumentForm } from './document-form.tsx'
import { valuesOf, valuesOfNew } from './document-values.ts'
import { fromDeal } from './from-deal.ts'

const Search = z.object({
  kind: DocumentKind.catch('quote').default('quote'),
  party: z.uuid().optional().catch(undefined),
  partyName: z.string().max(300).optional().catch(undefined),
  deal: z.uuid().optional().catch(undefined),
  dealName: z.string().max(300).optional().catch(undefined),
  waiting: z.uuid().optional().catch(undefined),
})

/** A new document of the kind that the address names, or one that waits on this device to be sent. */
export const NewDocumentPage = () => {
  const [{ waiting }] = useUrlState(Search)
  const found = useWaiting().find(({ id }) => id === waiting)
  // Saved anew it is no longer among those that wait, while its form still is on the screen.
  const [opened, open] = useState(found)
  if (found && found.id !== opened?.id) open(found)
  if (!opened || opened.id !== waiting) return <Begun />
  const { kind, values, partyName } = opened.form as WrittenDocument
  return (
    <DocumentForm
      key={opened.id}
      kind={kind}
      document={null}
      values={values}
      known={{ party: partyName }}
      replaces={opened.id}
    />
  )
}

const Begun = () => {
  const { user } = useSession()
  const today = useToday()
  const [{ kind, party = null, partyName, deal = null, dealName }] = useUrlState(Search)
  const { data, error, refetch } = useRoute(getDocumentSettingsRoute, {})
  const isReadOnly = useIsReadOnly()
  const begun = useQuery({
    queryKey: routeKey(getDealRoute, { params: { id: deal }, as: 'document' }),
    enabled: deal !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      deal ? fromDeal(deal, { mayWrite: (field) => !isReadOnly(field), signal }) : null,
  })
  const failed = error ?? begun.error
  // What is being written stays in sight when something cannot be read anew.
  if (failed && !(data && (deal === null || begun.data)))
    return <PageProblem error={failed} onRetry={() => void (error ? refetch() : begun.refetch())} />
  if (!data || (deal !== null && !begun.data)) return <PageSkeleton />
  const values = valuesOfNew({
    kind,
    settings: data,
    today,
    ownerId: user.id,
    partyId: party,
    dealId: deal,
    lines: begun.data?.lines ?? [],
    custom: begun.data?.custom ?? {},
  })
  return (
    <DocumentForm
      key={`${kind} ${party ?? ''} ${deal ?? ''}`}
      kind={kind}
      document={null}
      values={values}
      known={{ party: partyName, deal: dealName }}
    />
  )
}

/** A document that is changed. */
export const EditDocumentPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getDocumentRoute, { params: { id } })
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data ? <Opened key={id} opened={data} /> : <PageSkeleton />
}

const Opened = ({ opened }: { opened: Document }) => {
  // What a colleague saves meanwhile is shown when this is saved, not put under what is being written.
  const [document, setDocument] = useState(opened)
  return (
    <DocumentForm
      key={document.version}
      kind={document.kind}
      document={document}
      values={valuesOf(document)}
      known={{
        party: document.party.name,
        contact: document.contact?.name,
        deal: document.deal?.name,
        owner: document.owner?.name,
      }}
      onTheirs={setDocument}
    />
  )
}
