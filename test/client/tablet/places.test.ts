import { describe, expect, it } from 'vitest'
import { placesBy, usualOfAlert } from '../../../client/tablet/places.ts'
import type { PlaceId } from '../../../shared/ids.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'

describe('places to choose from', () => {
  const { places } = mapleHouse().rows('tablet')
  const kinds = (first: PlaceId | null) =>
    placesBy(places, first, usualOfAlert).map(({ value }) => places[value]?.kind)

  it('T-15 begin, for an alert on a tablet that is kept nowhere, with where most people are', () => {
    expect(kinds(null).slice(0, 3)).toEqual(['day-room', 'hallway', 'dining'])
  })

  it('T-15 begin with the place that is known', () => {
    expect(placesBy(places, 'courtyard' as PlaceId, usualOfAlert)[0]?.value).toBe('courtyard')
  })

  it('are all there', () => expect(kinds(null)).toHaveLength(Object.keys(places).length))
})
