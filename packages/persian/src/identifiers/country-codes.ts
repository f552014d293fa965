const ASSIGNED =
  '1|7|20|21[12368]|22\\d|23\\d|24\\d|25[0-8]|26\\d|27|29[01789]|3[0-469]|35\\d|37[0-9]|38[0-35-79]|4[013-9]|42[013]|' +
  '5[1-8]|50\\d|59\\d|6[0-6]|67[02-9]|68[0-35-9]|69[0-2]|8[1246]|800|808|85[02356]|87[08]|88[0-368]|9[0-58]|96[0-8]|' +
  '97[0-79]|99[2-68]'

const PATTERN = new RegExp(`^(?:${ASSIGNED})`)

/** Whether the digits begin with a calling code that ITU-T E.164 assigns. */
export const hasCountryCode = (digits: string): boolean => PATTERN.test(digits)
