/**
 * The nouns of the house and their vocabularies: types and pure functions, no I/O. Every other room may know this one;
 * it knows nobody.
 */
export * from './account.ts';
export * from './api.ts';
export * from './claim.ts';
export * from './claims-api.ts';
export * from './decision.ts';
export * from './error.ts';
export * from './figures-api.ts';
export * from './files-api.ts';
export * from './georeference.ts';
export * from './how-to-reach.ts';
export * from './ids.ts';
export * from './item.ts';
export * from './line.ts';
export * from './list-versions.ts';
export * from './lists-api.ts';
export * from './outline.ts';
export * from './partial-date.ts';
export * from './person.ts';
export * from './problem.ts';
export * from './public-statement.ts';
export * from './record.ts';
export * from './remains.ts';
export * from './review.ts';
export * from './schema.ts';
export * from './site.ts';
export * from './site-plan.ts';
export * from './site-rates.ts';
export * from './site-words.ts';
export * from './statement.ts';
export * from './text-layer.ts';
export * from './tracing.ts';
export * from './typed-versions.ts';
export * from './vocabulary.ts';
export * from './witness.ts';
