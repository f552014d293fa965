import { z } from 'zod'

/** A password being chosen; the server judges it further where it knows the e-mail. */
export const NewPassword = z.object({ password: z.string().min(1).max(200) })
