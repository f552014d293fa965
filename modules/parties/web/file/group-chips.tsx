import { colorTone } from '@peyvand/customization/web'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import {
  Bdi,
  cx,
  IconButton,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
  toast,
  toneClass,
  useFormat,
} from '@peyvand/ui'
import { ArrowLeftRight, ChevronDown, LogOut, Plus } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import {
  convertPartyRoute,
  joinGroupRoute,
  leaveGroupRoute,
  type Membership,
  type Party,
  type PartyGroup,
} from '../../contract/index.ts'
import { useGroupNames, usePartyGroups } from '../choices/use-choices.ts'
import { GroupIcon } from '../display/group-icon.tsx'

/** Groups the party is in, each with its state, number and day of joining; and ways into others. */
export const GroupChips = ({ party }: { party: Party }) => {
  const t = useT()
  const groups = usePartyGroups()
  const { groupName } = useGroupNames()
  const act = useGroupActions(party)
  const present = party.groups.filter(({ until }) => until === null)
  const others = groups.filter(({ key }) => !present.some((membership) => membership.key === key))
  return (
    <section aria-label={t('parties.field.groups')} className="flex flex-wrap items-center gap-1.5">
      {present.map((membership) => (
        <GroupChip
          key={membership.groupId}
          party={party}
          membership={membership}
          group={groups.find(({ key }) => key === membership.key)}
          act={act}
        />
      ))}
      {party.can.update && others.length > 0 && (
        <MenuTrigger>
          <IconButton label={t('parties.file.addToGroup')} icon={<Plus />} kind="secondary" />
          <Menu aria-label={t('parties.file.addToGroup')}>
            {others.map((group) => (
              <MenuItem
                key={group.key}
                icon={<GroupIcon name={group.icon} />}
                onAction={() => act.join(group)}
              >
                {groupName(group)}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
    </section>
  )
}

type ChipProps = {
  party: Party
  membership: Membership
  group: PartyGroup | undefined
  act: ReturnType<typeof useGroupActions>
}

const GroupChip = ({ party, membership, group, act }: ChipProps) => {
  const t = useT()
  const format = useFormat()
  const { groupName, stateName } = useGroupNames()
  const states = group?.states ?? []
  const state = states.find(({ key }) => key === membership.state)
  const name = groupName(membership)
  const canBecomeCustomer =
    membership.key === 'leads' &&
    !party.groups.some(({ key, until }) => key === 'customers' && until === null)
  const content = (
    <>
      <GroupIcon name={membership.icon} size={14} />
      <span className="font-medium">{name}</span>
      {state && <span>· {stateName(state)}</span>}
      {membership.number && <Bdi>{format.digits(membership.number)}</Bdi>}
    </>
  )
  const look = cx(
    'inline-flex min-h-7 items-center gap-1.5 rounded-tag px-2 text-meta pointer-coarse:min-h-11',
    toneClass[colorTone[membership.color]],
  )
  if (!party.can.update) return <span className={look}>{content}</span>
  return (
    <MenuTrigger>
      <AriaButton className={cx(look, 'cursor-pointer')}>
        {content}
        <ChevronDown size={13} aria-hidden />
      </AriaButton>
      <Menu aria-label={t('parties.file.inGroup', { name })}>
        {canBecomeCustomer && (
          <>
            <MenuItem
              icon={<ArrowLeftRight />}
              description={t('parties.file.convertHint')}
              onAction={act.convert}
            >
              {t('parties.file.convert')}
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        {states.length > 0 && (
          <MenuSection title={t('parties.field.state')}>
            {states.map((one) => (
              <MenuItem
                key={one.key}
                isDisabled={one.key === membership.state}
                onAction={() => act.setState(membership, one.key)}
              >
                {stateName(one)}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        <MenuItem
          icon={<LogOut />}
          description={t('parties.file.since', { date: format.date(membership.since) })}
          onAction={() => act.leave(membership, name)}
        >
          {t('parties.file.leaveGroup', { name })}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}

/** Changes of membership; each is told and, where it takes something away, can be undone. */
function useGroupActions(party: Party) {
  const t = useT()
  const problem = useProblemText()
  const { groupName } = useGroupNames()
  const params = (group: string) => ({ id: party.id, group })
  const tell = async (work: Promise<unknown>, title: string, undo?: () => void) => {
    try {
      await work
      await invalidateTopics(['parties', 'party-groups'])
      toast({ kind: 'ok', title, ...(undo && { action: { label: t('web.undo'), onPress: undo } }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const put = (group: string, body: { state?: string | null }) =>
    callApi(joinGroupRoute, { params: params(group), body })
  return {
    join: (group: PartyGroup) =>
      void tell(
        put(group.key, { state: group.states[0]?.key ?? null }),
        t('parties.file.joined', { name: groupName(group) }),
      ),
    setState: ({ key, state: before }: Membership, state: string) =>
      void tell(
        put(key, { state }),
        t('parties.file.stateChanged'),
        () => void tell(put(key, { state: before }), t('parties.file.undone')),
      ),
    leave: ({ key, state }: Membership, name: string) =>
      void tell(
        callApi(leaveGroupRoute, { params: params(key) }),
        t('parties.file.left', { name }),
        () => void tell(put(key, { state }), t('parties.file.undone')),
      ),
    convert: () =>
      void tell(
        callApi(convertPartyRoute, { params: { id: party.id }, body: { from: 'leads', to: 'customers' } }),
        t('parties.file.converted'),
      ),
  }
}
