import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Link } from 'wouter';
import { Shown, tongueOf } from './written.tsx';

interface Tip {
  readonly anchor: Element;
  readonly quote?: string;
  readonly place: string;
}

const TipContext = createContext<{ show(tip: Tip | null): void; id: string } | null>(null);

/** One floating card for the whole page: what stands behind the value under the finger. */
export function TipProvider(props: { readonly children: ReactNode }) {
  const [tip, setTip] = useState<Tip | null>(null);
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!tip) return;
    const close = () => setTip(null);
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    addEventListener('scroll', close, { capture: true, passive: true });
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('scroll', close, { capture: true });
      removeEventListener('keydown', onKey);
    };
  }, [tip]);
  useEffect(() => {
    const node = card.current;
    if (!tip || !node) return;
    const at = tip.anchor.getBoundingClientRect();
    const own = node.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left + at.width / 2 - own.width / 2), innerWidth - own.width - 8);
    const below = at.bottom + 8 + own.height < innerHeight;
    node.style.left = `${left}px`;
    node.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - own.height - 8)}px`;
  }, [tip]);
  const tips = useMemo(() => ({ show: (next: Tip | null) => setTip(next), id }), [id]);
  return (
    <TipContext value={tips}>
      {props.children}
      {tip && (
        <div className="tip" role="tooltip" id={id} ref={card}>
          {tip.quote !== undefined && (
            <span className="quote" dir="auto" lang={tongueOf(tip.quote)}>
              <Shown text={tip.quote} />
            </span>
          )}
          <span className="quiet">{tip.place}</span>
        </div>
      )}
    </TipContext>
  );
}

/** A link to where a value stands: hover or focus shows the words and the place, Enter opens it there. */
export function SourceLink(props: {
  readonly to: string;
  readonly quote?: string;
  /** File and row, or outlet and day: said in one line. */
  readonly place: string;
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const tips = useContext(TipContext);
  const show = (event: { currentTarget: Element }) =>
    tips?.show({
      anchor: event.currentTarget,
      place: props.place,
      ...(props.quote !== undefined && { quote: props.quote }),
    });
  const hide = () => tips?.show(null);
  useEffect(() => () => tips?.show(null), [tips]);
  return (
    <Link
      href={props.to}
      className={props.className ?? ''}
      aria-label={props.label}
      aria-description={props.place}
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
    >
      {props.children}
    </Link>
  );
}
