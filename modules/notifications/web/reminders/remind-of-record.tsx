import { RemindButton } from './remind-button.tsx'

/** In the slots of the records' own pages. */
export const RemindOfActivity = ({ activity }: { activity: { id: string } }) => (
  <RemindButton subject={{ type: 'activities', id: activity.id }} />
)

export const RemindOfParty = ({ party }: { party: { id: string; nextContactOn: string | null } }) => (
  <RemindButton subject={{ type: 'parties', id: party.id }} nextContactOn={party.nextContactOn} />
)
