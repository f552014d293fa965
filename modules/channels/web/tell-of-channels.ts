import { invalidateTopics } from '@peyvand/platform/web'

/** Screens that depend on what the firm can send by fetch again. */
export const tellOfChannels = () => invalidateTopics(['channels', 'notification-preferences'])
