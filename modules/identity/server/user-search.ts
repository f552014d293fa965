import { searchKey } from '@peyvand/persian'

interface Searched {
  name: string
  email: string
  mobile: string | null
  jobTitle: string | null
}

/** What a user is found by in lists. */
export const userSearch = ({ name, email, mobile, jobTitle }: Searched): string =>
  searchKey([name, email, mobile, jobTitle].filter(Boolean).join(' '))
