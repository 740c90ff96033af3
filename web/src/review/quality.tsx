import type { MachineGrade, ReviewQuality } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Awaited } from '../shell/loading.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { useSpeech } from './speech.ts';

/** How far reviewers agree and how right the machine is here, with how few answers that rests on. */
export function Quality() {
  const { say, number } = useSpeech();
  const answer = useAnswer<ReviewQuality>('/api/review/quality');
  return (
    <Awaited answer={answer} lines={6}>
      {({ agreement, all, byScript, byCommonness }) => (
        <>
          <p className="note">{say('quality.note')}</p>
          <h3>{say('quality.agreement')}</h3>
          {agreement.pairs === 0 ? (
            <p>{say('quality.no-agreement')}</p>
          ) : (
            <p>
              {say('quality.agree', { agreeing: agreement.agreeing, pairs: agreement.pairs })}{' '}
              {agreement.kappa !== undefined &&
                say('quality.kappa', { kappa: number(agreement.kappa, { maximumFractionDigits: 2 }) })}
            </p>
          )}
          <h3>{say('quality.machine')}</h3>
          <ScrollBox label={say('quality.machine')}>
            <table className="grades">
              <thead>
                <tr>
                  {(['group', 'joined', 'possible', 'precision', 'recall'] as const).map((column) => (
                    <th key={column} scope="col">
                      {say(`quality.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[all, ...byScript, ...byCommonness].map((grade) => (
                  <GradeRow key={grade.group} grade={grade} />
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <p className="note">{say('quality.method')}</p>
        </>
      )}
    </Awaited>
  );
}

function GradeRow({ grade }: { readonly grade: MachineGrade }) {
  const { say, number } = useSpeech();
  const percent = (value: number): string => number(value, { style: 'percent', maximumFractionDigits: 1 });
  const range = (interval: MachineGrade['precision']): string =>
    interval
      ? say('quality.range', {
          value: percent(interval.value),
          low: percent(interval.low),
          high: percent(interval.high),
        })
      : say('quality.too-few');
  return (
    <tr>
      <th scope="row">{say(`group.${grade.group as 'all'}`)}</th>
      <td>{say('quality.counts', { all: number(grade.joined), reviewed: number(grade.reviewedJoined) })}</td>
      <td>
        {say('quality.counts', { all: number(grade.possible), reviewed: number(grade.reviewedPossible) })}
      </td>
      <td>{range(grade.precision)}</td>
      <td>{range(grade.recall)}</td>
    </tr>
  );
}
