import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { AppError } from '../errors.ts'

/** Addresses that only this machine or its own network knows; a firm must not reach them through the program. */
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

export interface OutsideAddress {
  /** To connect to: the name is not asked again, so that it cannot change its mind after the check. */
  address: string
  family: 4 | 6
}

/**
 * The address of a host that a firm's administrator gave, for calling it. Hosts of the own machine and network are
 * refused unless the setting PEYVAND_INSIDE_HOSTS names them (`allowed`).
 * @throws AppError outgoing.insideHost, outgoing.unknownHost (400)
 */
export async function allowedAddress(host: string, allowed: readonly string[]): Promise<OutsideAddress> {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await addressesOf(name)
  const reachable = allowed.includes(name) ? found : found.filter(({ address }) => !isInside(address))
  const [first] = reachable
  if (!first) throw new AppError('outgoing.insideHost', { params: { host: name } })
  return { address: first.address, family: first.family === 6 ? 6 : 4 }
}

async function addressesOf(name: string): Promise<{ address: string; family: number }[]> {
  try {
    return await lookup(name, { all: true })
  } catch {
    throw new AppError('outgoing.unknownHost', { params: { host: name } })
  }
}

/** Node also knows IPv4 addresses inside IPv6 ones by the rules of the former. */
const isInside = (address: string): boolean => inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
