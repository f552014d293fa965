import { localDate } from '@peyvand/persian'

export type Dated = { id: string; occurredAt: string }
export type TimelineEntry<Item extends Dated> = { kind: 'day'; date: string } | { kind: 'item'; item: Item }

/** Newest first, with a separator before the first item of every day in the zone. */
export const timelineEntries = <Item extends Dated>(
  items: readonly Item[],
  timeZone: string,
): readonly TimelineEntry<Item>[] => {
  let day = ''
  return items.flatMap((item): TimelineEntry<Item>[] => {
    const date = localDate(item.occurredAt, timeZone)
    const entry: TimelineEntry<Item> = { kind: 'item', item }
    if (date === day) return [entry]
    day = date
    return [{ kind: 'day', date }, entry]
  })
}
