import { Direction } from '@peyvand/activities/contract'
import { getPartyRoute } from '@peyvand/parties/contract'
import { Id } from '@peyvand/platform/contract'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import { Breadcrumbs } from '@peyvand/ui'
import { useLocation, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { getLetterRoute, type Letter } from '../../contract/index.ts'
import { LetterForm } from './letter-form.tsx'
import { letterValues, newLetter } from './letter-values.ts'

/** What a new letter is begun with: another that it answers, or is written anew from, or a party. */
const Beginning = z.object({
  direction: Direction.catch('outgoing'),
  answers: Id.nullable().catch(null),
  like: Id.nullable().catch(null),
  party: Id.nullable().catch(null),
})

/** A new letter: `?direction=incoming`, `?answers=<letter>`, `?like=<letter>`, `?party=<id>`. */
export const NewLetterPage = () => {
  const t = useT()
  const search = useLocation({ select: ({ search: given }) => given })
  const { direction, answers, like, party: partyId } = Beginning.parse(search)
  const letterId = answers ?? like
  const letter = useRoute(getLetterRoute, { params: { id: letterId ?? '' } }, { enabled: letterId !== null })
  const party = useRoute(getPartyRoute, { params: { id: partyId ?? '' } }, { enabled: partyId !== null })
  const title = t(`letters.ui.new.${direction}`)
  usePageTitle(title)
  const error = letter.error ?? party.error
  if (error) return <PageProblem error={error} />
  if ((letterId !== null && !letter.data) || (partyId !== null && !party.data)) return <PageSkeleton />
  const { data: other } = letter
  const values =
    other && like
      ? { ...letterValues(other), direction, fileIds: [], signed: false }
      : newLetter({ direction, answered: other, party: party.data })
  return (
    <LetterForm
      key={`${direction} ${letterId} ${partyId}`}
      draftKey={`letters.new.${direction}.${letterId ?? partyId ?? ''}`}
      title={title}
      breadcrumbs={
        <Breadcrumbs
          items={[{ label: t('activities.kinds.letter'), href: '/activities/letters' }, { label: title }]}
        />
      }
      values={values}
      letter={null}
      known={{
        partyName: other?.party?.name ?? party.data?.name ?? null,
        letters: other
          ? [{ id: other.id, subject: other.subject, number: other.registryNo }, ...other.links]
          : [],
        files: [],
      }}
    />
  )
}

/** A letter's draft, or an incoming letter, being changed. */
export const EditLetterPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getLetterRoute, { params: { id } })
  usePageTitle(data?.subject)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data ? <EditLetter key={id} opened={data} /> : <PageSkeleton />
}

const EditLetter = ({ opened }: { opened: Letter }) => {
  const t = useT()
  // What a colleague saves meanwhile is shown when this is saved, not taken for what was opened.
  const [letter, setLetter] = useState(opened)
  const { id, subject, version, party, links, files } = letter
  return (
    <LetterForm
      key={version}
      draftKey={`letters.${id}`}
      title={subject}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('activities.kinds.letter'), href: '/activities/letters' },
            { label: subject, href: `/activities/${id}` },
            { label: t('web.edit') },
          ]}
        />
      }
      values={letterValues(letter)}
      letter={letter}
      known={{ partyName: party?.name ?? null, letters: links, files }}
      onTheirs={setLetter}
    />
  )
}
