import { getPartyRoute } from '@peyvand/parties/contract'
import { callMark, PartyAvatar } from '@peyvand/parties/web'
import { useRoute, useT } from '@peyvand/platform/web'
import { Bdi, ButtonLink, Link, useFormat } from '@peyvand/ui'
import { FolderOpen, Phone } from 'lucide-react'

const isCalled = (type: string) => type === 'mobile' || type === 'phone'

/** Whom it concerns: name, number, the way to the file; the name alone where the file is closed to the reader. */
export const PartyContext = ({ party }: { party: { id: string; name: string } }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(getPartyRoute, { params: { id: party.id } }, { staleTime: 60_000 })
  const phone = data?.contactPoints.find(({ type }) => isCalled(type))
  return (
    <section
      {...callMark(party)}
      aria-label={t('activities.field.party')}
      className="flex flex-wrap items-center gap-3 rounded-control border border-line px-3 py-2.5"
    >
      {data && <PartyAvatar party={data} size={32} />}
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{party.name}</p>
        {data && (
          <p className="flex flex-wrap gap-x-3 text-meta text-muted">
            {(data.worksFor?.name ?? data.jobTitle) && <span>{data.worksFor?.name ?? data.jobTitle}</span>}
            {phone && (
              <Link href={`tel:${phone.value}`} className="inline-flex items-center gap-1 text-meta">
                <Phone size={13} aria-hidden />
                <Bdi>
                  {phone.value.startsWith('+') ? format.phone(phone.value) : format.digits(phone.value)}
                </Bdi>
              </Link>
            )}
            {data.owner && <span>{data.owner.name}</span>}
          </p>
        )}
      </div>
      {data && (
        <ButtonLink size="small" icon={<FolderOpen size={16} aria-hidden />} href={`/parties/${party.id}`}>
          {t('referrals.openFile')}
        </ButtonLink>
      )}
    </section>
  )
}
