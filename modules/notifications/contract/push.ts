import { defineRoute, Id } from '@peyvand/platform/contract'
import { z } from 'zod'

const Key = z
  .string()
  .regex(/^[\w-]+={0,2}$/)
  .max(200)

/** What the browser's push service gave this browser, as `PushSubscription.toJSON()` has it. */
export const SubscribePush = z.object({
  endpoint: z.url({ protocol: /^https$/ }).max(1000),
  keys: z.object({ p256dh: Key, auth: Key }),
})
export type SubscribePush = z.output<typeof SubscribePush>

/** What a browser is sent; the service worker shows it. */
export const PushMessage = z.object({
  /** The notification's id: a second message of the same takes the place of the first. */
  tag: z.string(),
  title: z.string(),
  /** Empty where the user wants no content shown. */
  body: z.string(),
  /** Path of the staff app. */
  path: z.string(),
  lang: z.enum(['fa', 'en']),
})
export type PushMessage = z.infer<typeof PushMessage>

export const getPushRoute = defineRoute({
  method: 'GET',
  path: '/push',
  summary: 'The key by which a browser subscribes, and in how many browsers of mine it is on',
  permission: 'signedIn',
  answer: z.object({ publicKey: z.string(), browsers: z.number().int() }),
})

export const subscribePushRoute = defineRoute({
  method: 'POST',
  path: '/push/subscriptions',
  summary: 'Turn browser notifications on for the browser of this session; again after each sign-in',
  permission: 'signedIn',
  body: SubscribePush,
  answer: z.object({ id: Id }),
  errors: ['session.needed'],
})

export const unsubscribePushRoute = defineRoute({
  method: 'POST',
  path: '/push/unsubscribe',
  summary: 'Turn browser notifications off for a browser of mine',
  permission: 'signedIn',
  body: SubscribePush.pick({ endpoint: true }),
  answer: 'none',
})

export const testPushRoute = defineRoute({
  method: 'POST',
  path: '/push/test',
  summary: 'Send a test notification to my browsers',
  permission: 'signedIn',
  answer: z.object({ sent: z.number().int() }),
  ratePerMinute: 10,
})
