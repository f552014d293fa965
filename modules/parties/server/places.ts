import { provinces } from '@peyvand/persian/iran-places'

/** The provinces and cities that address forms offer. */
export const places = () => ({
  provinces: provinces.map(({ cities, ...province }) => ({ ...province, cities: [...cities] })),
})
