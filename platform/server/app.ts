import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Locale } from '../contract/index.ts'
import type { Actor, Firm } from './actor.ts'
import type { LiveHub } from './live.ts'
import type { FileStorage } from './storage/storage.ts'
import type { Runtime } from './transaction.ts'

/** How the platform learns who calls; given by the module that owns users. */
export interface Directory {
  /** The caller by session cookie or API key, or null. */
  authenticate(app: App, request: FastifyRequest): Promise<Actor | null>
  /** The user's present rights, or null when inactive or gone; for jobs that act for somebody. */
  actorOf(app: App, tenantId: number, userId: string): Promise<Actor | null>
  firmOf(app: App, tenantId: number): Promise<Firm | null>
  firmIds(app: App): Promise<number[]>
}

/** The running program: what is made once and shared by requests and jobs. */
export interface App extends Runtime {
  /** Connections of the working role, under row-level security. */
  pool: Pool
  /** Connections of the owner: migrations, the job queue, functions for the whole installation. */
  ownerPool: Pool
  storage: FileStorage
  live: LiveHub
  directory: Directory
  log: Logger
  /** 32 bytes; purposes derive their own keys from it. */
  secretKey: Buffer
  publicUrl: string
  /** Hosts of the own machine or network that firms may name for mail and the like, in lower case. */
  insideHosts: readonly string[]
  defaultLocale: Locale
  /** False while starting, migrating or stopping. */
  ready(): boolean
}
