/** The colour of a delivery's state. */
export const deliveryTones = { waiting: 'accent', delivered: 'ok', failed: 'bad' } as const
