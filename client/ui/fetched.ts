/** Parts of the program that were fetched, by how they are asked for: such a part is shown at once. */
export const fetched = new Map<unknown, unknown>()
