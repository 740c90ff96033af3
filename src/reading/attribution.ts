import type { Span } from '../model/index.ts';
import type { Quotation } from './quotes.ts';
import type { Token } from './tokens.ts';

/** Who says what by which words. Offsets in the layer's text. */
export interface Attribution {
  /** What is said, in order; several spans where the speaker stands in the middle of the words. */
  readonly content: readonly Span[];
  /** Absent where nobody is named: "is said to". */
  readonly source?: Span;
  readonly cue: Span;
  readonly kind: AttributionKind;
  /** The base form of the cue: `say`, `according to`, `قال`. */
  readonly cueBase: string;
  readonly negated: boolean;
  /** The words stand in quotation marks. */
  readonly quoted: boolean;
  /** The speaker is in the verb alone, as in Arabic "and added that": it is the last one who spoke. */
  readonly implicit?: boolean;
  /** Of a relative pronoun: the words it stands for. */
  readonly antecedent?: Span;
  /** Whom the source had it from: "according to the Wire, which cited a doctor". */
  readonly cites?: Span;
  /** Says only whom or what another attribution had it from: nothing is stated in it. */
  readonly names?: 'a source';
  /** Whoever was spoken to: "told the Daily Bell". */
  readonly addressee?: Span;
}

/**
 * `speech` words said; `thought` held true, hoped or feared; `evidence` shown by a thing; `stance` for, against or
 * asking for something; `seeming` and `hearsay` without a source.
 */
export type AttributionKind = 'speech' | 'thought' | 'evidence' | 'stance' | 'seeming' | 'hearsay';

/** One piece of a sentence for the finder: a token, or a whole quotation that stands for words said. */
export type Piece = Token | QuotePiece;
interface QuotePiece {
  readonly start: number;
  readonly end: number;
  readonly kind: 'quote';
  readonly text: string;
  readonly lower: string;
  readonly classes: number;
  readonly quotation: Quotation;
}
