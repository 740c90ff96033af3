/**
 * Random numbers of the distributions that the estimators need. Each passes a test of fit on a million draws at a dozen
 * points (`sampling.test.ts`): samplers are not taken on trust.
 */
export { binomial } from './binomial.ts';
export { beta, gamma, logGamma } from './gamma.ts';
export { multinomial } from './multinomial.ts';
export { normal } from './normal.ts';
export { negativeBinomial, poisson } from './poisson.ts';
