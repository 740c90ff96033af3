import { Link } from 'wouter';
import { useSpeech } from '../speech/speech.tsx';

/** Where in a long list the reader is, and the way on. */
export function Pager(props: {
  readonly from: number;
  readonly count: number;
  readonly total: number;
  readonly to: (from: number) => string;
}) {
  const { say } = useSpeech();
  const { from, count, total } = props;
  if (total <= count && from === 0) return null;
  const last = Math.max(0, Math.floor((total - 1) / count) * count);
  return (
    <nav className="pager" aria-label={say('pager.label')}>
      {from > 0 && (
        <>
          <Link className="button" href={props.to(0)}>
            {say('pager.first')}
          </Link>
          <Link className="button" href={props.to(Math.max(0, from - count))} rel="prev">
            {say('pager.previous')}
          </Link>
        </>
      )}
      <span>{say('pager.where', { from: from + 1, to: Math.min(from + count, total), total })}</span>
      {from + count < total && (
        <>
          <Link className="button" href={props.to(from + count)} rel="next">
            {say('pager.next')}
          </Link>
          <Link className="button" href={props.to(last)}>
            {say('pager.last')}
          </Link>
        </>
      )}
    </nav>
  );
}
