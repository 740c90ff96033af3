/**
 * The optional second reader: a language model behind an OpenAI-compatible endpoint that somebody runs, by default on
 * this machine. Never needed, off unless named. It only proposes: what it gives is parsed by a schema, and a proposal
 * whose words do not stand in the text, word for word and once, is dropped and counted. Proposals are no statements:
 * nothing here writes into a case.
 */
export { type Proposal, type Proposed, proposalsFor } from './ask-reader.ts';
export { type Endpoint, LEAVES_THIS_MACHINE, readerAt } from './endpoint.ts';
