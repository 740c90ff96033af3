/**
 * How much of a file is read, and why there. Above a limit something is refused by name; nothing is cut in silence.
 */

/** A list of a million rows is 60–200 MB of text; V8 holds no string longer than 512 Mi units. */
export const MOST_TEXT_BYTES = 400 * 1024 * 1024;

/**
 * A long report of an inquiry is 1–2 million characters. More is a dump of many texts: it is kept as received and not
 * read, so that neither reading nor a page that shows it hangs.
 */
export const MOST_REPORT_CHARACTERS = 4_000_000;

/** Markup around a report of the length above, embedded pictures included. A parsed tree takes 10–20 times its source. */
export const MOST_PAGE_CHARACTERS = 16_000_000;

/** A page nests a few dozen elements; a chain of thousands is meant to overflow a stack. */
export const DEEPEST_PAGE = 600;

/** The widest questionnaires exported by survey tools have a few hundred columns. */
export const MOST_COLUMNS = 1_000;

/** One row with every cell at its limit is an attack or a missing line break, not a person. */
export const MOST_LINE_CHARACTERS = 1_000_000;

/** Excel's own limit for one cell; longer ones are kept word for word and not compared. */
export const MOST_CELL_CHARACTERS = 32_767;

/** No name, place or date is longer; a longer one is a note in the wrong column and is not compared. */
export const MOST_VALUE_CHARACTERS = 1_000;

/** An Excel sheet ends at row 1,048,576; a text list may be a little longer. A row takes about 1 KB of memory. */
export const MOST_ROWS = 1_500_000;

/** Rows of one list that are compared with each other, and with another version of it: what a desk looks through. */
export const MOST_ROWS_COMPARED = 100_000;

/** Rows looked at to find the delimiter, the header and what the columns hold. */
export const SAMPLE_ROWS = 1_000;

/** Titles, logos and instructions above a header rarely take more. */
export const MOST_LINES_ABOVE_HEADER = 30;

/** A workbook has tens of parts; pictures may make it hundreds. */
export const MOST_ZIP_ENTRIES = 4_000;

/** A sheet of a million rows and ten columns unpacks to about 600 MB. */
export const MOST_UNPACKED_BYTES = 1_000 * 1024 * 1024;

/** Sheets pack 5–40 times smaller; a bomb 1,000 times. Asked only of entries above `BOMB_SIZE_FLOOR`. */
export const MOST_PACKING_RATIO = 150;
export const BOMB_SIZE_FLOOR = 8 * 1024 * 1024;

/** Text of all shared strings together, in UTF-16 units. */
export const MOST_SHARED_CHARACTERS = 200_000_000;

/** Of all cells of a workbook: what `MOST_ROWS` of an ordinary width need. */
export const MOST_CELLS = 30_000_000;

/** Told one by one; what stands beyond is told as a number. */
export const MOST_PROBLEMS_OF_A_KIND = 5_000;
