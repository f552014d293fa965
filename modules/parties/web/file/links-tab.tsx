import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Bdi, Button, EmptyState, IconButton, Link, lazyPart, toast, useFormat } from '@peyvand/ui'
import { Link2, Phone, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import {
  belongingLabels,
  createPartyLinkRoute,
  deletePartyLinkRoute,
  type Party,
  type PartyLink,
} from '../../contract/index.ts'
import { callMark } from '../display/call-mark.ts'
import { PartyAvatar } from '../display/party-avatar.tsx'
import { openQuickCreate } from '../form/quick-create-store.ts'

const LinkDialog = lazyPart(async () => (await import('./link-dialog.tsx')).LinkDialog)

type Props = { party: Party; links: readonly PartyLink[] }

/** Persons of an organisation first, then all other relations, from both sides. */
export const LinksTab = ({ party, links }: Props) => {
  const t = useT()
  const [isAdding, setAdding] = useState(false)
  const people = links.filter(isPersonOf)
  const others = links.filter((link) => !isPersonOf(link))
  return (
    <div className="flex flex-col gap-4">
      {party.can.update && (
        <div className="flex flex-wrap gap-2">
          <Button icon={<Link2 size={16} aria-hidden />} onPress={() => setAdding(true)}>
            {t('parties.links.add')}
          </Button>
          {party.kind === 'organization' && (
            <Button
              icon={<UserPlus size={16} aria-hidden />}
              onPress={() =>
                openQuickCreate({ kind: 'person', worksFor: { id: party.id, name: party.name } })
              }
            >
              {t('parties.links.newPerson')}
            </Button>
          )}
        </div>
      )}
      {links.length === 0 && (
        <EmptyState icon={<Link2 />} title={t('parties.links.none')}>
          {t('parties.links.noneHint')}
        </EmptyState>
      )}
      {people.length > 0 && <LinkList title={t('parties.links.people')} party={party} links={people} />}
      {others.length > 0 && <LinkList title={t('parties.links.others')} party={party} links={others} />}
      {isAdding && <LinkDialog party={party} onClose={() => setAdding(false)} />}
    </div>
  )
}

const isPersonOf = ({ inverse, label, other }: PartyLink) =>
  inverse && other.kind === 'person' && belongingLabels.includes(label)

type ListProps = { title: string; party: Party; links: readonly PartyLink[] }

export const LinkList = ({ title, party, links }: ListProps) => (
  <section aria-label={title}>
    <h3 className="mb-1 text-meta font-semibold text-muted">{title}</h3>
    <ul className="flex flex-col divide-y divide-line rounded-control border border-line bg-surface">
      {links.map((link) => (
        <LinkRow key={link.id} party={party} link={link} />
      ))}
    </ul>
  </section>
)

const LinkRow = ({ party, link }: { party: Party; link: PartyLink }) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { other, label, inverse, role, since, until } = link
  const words = [
    t(`parties.link.${label}${inverse ? '.inverse' : ''}`),
    role ?? other.jobTitle,
    since && t('parties.links.since', { date: format.date(since) }),
    until && t('parties.links.until', { date: format.date(until) }),
  ].filter(Boolean)

  const put = () =>
    callApi(createPartyLinkRoute, {
      params: { id: party.id },
      body: { label, otherId: other.id, inverse, role, primary: link.primary, since, until },
    }).then(() => invalidateTopics(['parties']))
  const remove = async () => {
    try {
      await callApi(deletePartyLinkRoute, { params: { id: party.id, linkId: link.id } })
      await invalidateTopics(['parties'])
      toast({
        kind: 'ok',
        title: t('parties.links.removed', { name: other.name }),
        action: {
          label: t('web.undo'),
          onPress: () => void put().catch((error: unknown) => toast({ kind: 'bad', title: problem(error) })),
        },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <li className="flex items-center gap-2.5 px-3 py-2" {...callMark(other)}>
      <PartyAvatar party={other} />
      <div className="min-w-0 flex-1">
        <Link href={`/parties/${other.id}`} className="font-medium">
          {other.name}
        </Link>
        <p className="text-meta text-muted">{words.join(' · ')}</p>
        {other.phone && (
          <p className="text-meta">
            <Link href={`tel:${other.phone}`} className="text-text decoration-transparent">
              <Phone size={13} className="me-1 inline text-muted" aria-hidden />
              <Bdi>{format.phone(other.phone)}</Bdi>
            </Link>
          </p>
        )}
      </div>
      {party.can.update && (
        <IconButton
          label={t('parties.links.remove', { name: other.name })}
          icon={<Trash2 />}
          kind="danger"
          onPress={() => void remove()}
        />
      )}
    </li>
  )
}
