import { PageProblem, PageSkeleton, usePageTitle, useT } from '@peyvand/platform/web'
import { useParams } from '@tanstack/react-router'
import { useGroupNames, usePartyGroups } from '../choices/use-choices.ts'
import { PartyList } from './party-list.tsx'
import { useListFields } from './use-list-fields.ts'

/** All parties. */
export const PartiesPage = () => {
  const t = useT()
  return <LoadedList title={t('parties.all')} />
}

/** The members of one group of the menu. */
export const GroupPage = () => {
  const t = useT()
  const { group: key = '' } = useParams({ strict: false }) as { group?: string }
  const groups = usePartyGroups()
  const { groupName } = useGroupNames()
  const group = groups.find((one) => one.key === key)
  return <LoadedList key={key} title={group ? groupName(group) : t('parties.nav')} group={key} />
}

const LoadedList = ({ title, group }: { title: string; group?: string }) => {
  usePageTitle(title)
  const { data, error, retry } = useListFields()
  if (error) return <PageProblem error={error} onRetry={retry} />
  return data ? <PartyList title={title} listFields={data} {...(group && { group })} /> : <PageSkeleton />
}
