import { pino } from 'pino'

/** What goes wrong beside the command, on standard error: standard output belongs to the answer. */
export const errorLog = pino({ level: 'error', base: null }, pino.destination(2))
