/** Characters of each field of a report: what both platforms show whole, in a form and in a message. */
export const MOST_REPORT_CHARACTERS = 800;
