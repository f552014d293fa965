import { searchKey } from '@peyvand/persian'

/** Whether a name contains what was typed, whatever the keyboard's letters and half-spaces. */
export const matches = (name: string, typed: string): boolean => searchKey(name).includes(searchKey(typed))
