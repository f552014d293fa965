import { Direction } from '@peyvand/activities/contract'
import { getPartyRoute } from '@peyvand/parties/contract'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import { Breadcrumbs } from '@peyvand/ui'
import { useLocation, useParams } from '@tanstack/react-router'
import { getLetterRoute } from '../../contract/index.ts'
import { LetterForm } from './letter-form.tsx'
import { letterValues, newLetter } from './letter-values.ts'

/** A new letter: `?direction=incoming`, `?answers=<letter>`, `?party=<id>`. */
export const NewLetterPage = () => {
  const t = useT()
  const search = useLocation({ select: ({ search: given }) => given as Record<string, unknown> })
  const asked = Direction.safeParse(search['direction'])
  const direction = asked.success ? asked.data : 'outgoing'
  const answers = typeof search['answers'] === 'string' ? search['answers'] : null
  const partyId = typeof search['party'] === 'string' ? search['party'] : null
  const answered = useRoute(getLetterRoute, { params: { id: answers ?? '' } }, { enabled: answers !== null })
  const party = useRoute(getPartyRoute, { params: { id: partyId ?? '' } }, { enabled: partyId !== null })
  const title = t(`letters.ui.new.${direction}`)
  usePageTitle(title)
  const error = answered.error ?? party.error
  if (error) return <PageProblem error={error} />
  if ((answers !== null && !answered.data) || (partyId !== null && !party.data)) return <PageSkeleton />
  const start = { direction, answered: answered.data, party: party.data }
  return (
    <LetterForm
      key={`${direction} ${answers ?? ''} ${partyId ?? ''}`}
      title={title}
      breadcrumbs={
        <Breadcrumbs items={[{ label: t('activities.kinds.letter'), href: '/letters' }, { label: title }]} />
      }
      values={newLetter(start)}
      letter={null}
      known={{
        partyName: answered.data?.party?.name ?? party.data?.name ?? null,
        letters: answered.data
          ? [{ id: answered.data.id, subject: answered.data.subject, number: answered.data.registryNo }]
          : [],
        files: [],
      }}
    />
  )
}

/** A letter's draft, or an incoming letter, being changed. */
export const EditLetterPage = () => {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getLetterRoute, { params: { id } })
  usePageTitle(data?.subject)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <LetterForm
      key={id}
      title={data.subject}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('activities.kinds.letter'), href: '/letters' },
            { label: data.subject, href: `/activities/${id}` },
            { label: t('web.edit') },
          ]}
        />
      }
      values={letterValues(data)}
      letter={data}
      known={{ partyName: data.party?.name ?? null, letters: data.links, files: data.files }}
    />
  )
}
