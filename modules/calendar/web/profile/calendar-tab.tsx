import { CaldavCard } from './caldav-card.tsx'
import { FeedCard } from './feed-card.tsx'
import { ImportCard } from './import-card.tsx'

/** How one's calendar meets other programs. */
export const CalendarTab = () => (
  <div className="flex flex-col gap-3">
    <FeedCard />
    <CaldavCard />
    <ImportCard />
  </div>
)
