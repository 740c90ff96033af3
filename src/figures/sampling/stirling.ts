const SMALL = [
  0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.00925546218271273, 0.008330563433362871,
] as const;

/** What Stirling's formula leaves out of log k!, k whole and not negative: log k! − (k+½)log(k+1) + (k+1) − ½log 2π. */
export function stirlingTail(k: number): number {
  if (k < SMALL.length) return SMALL[k]!;
  const above = k + 1;
  const square = 1 / (above * above);
  return (1 / 12 - (1 / 360 - square / 1260) * square) / above;
}
