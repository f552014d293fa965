import type { DropItem } from 'react-aria-components'

/** The kind of what is dragged over a board; nothing else may be dropped there. */
export const cardType = 'application/x-peyvand-card'

/** The id of the card that was dropped. */
export async function droppedCard(items: readonly DropItem[]): Promise<string | null> {
  const [item] = items
  return item?.kind === 'text' && item.types.has(cardType) ? item.getText(cardType) : null
}
