export { BoardColumn, type BoardColumnProps } from './board-column.tsx'
export { BoardStrip, type BoardStripProps } from './board-strip.tsx'
