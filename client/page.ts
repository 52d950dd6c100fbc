/** Which page an address of a member's screen names. The figures are for charge staff, the record of one alert for all. */
export type Page = 'tablet' | 'charge' | 'record' | 'figures'

export function pageOf(path: string): Page {
  const [, first, then] = path.split('/')
  if (first === 'record') return then ? 'record' : 'figures'
  return path.startsWith('/charge') ? 'charge' : 'tablet'
}
