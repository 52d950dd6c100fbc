/**
 * How many rows a display may name for which it had no room. A list that is full may lack some: who has to know what is
 * on the glass cannot tell from it.
 */
export const mostLeft = 60
