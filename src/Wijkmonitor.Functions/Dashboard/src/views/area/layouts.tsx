import { Bars } from "./bars";
import { Compass } from "./compass";
import { EffortAndOutcome } from "./effort";
import type { LayoutProps } from "./figures";
import { Lines } from "./scorecard";

// The layouts that a kind can choose from (docs/api.md); it names one, and none is for one kind alone.
const layouts: Record<string, (props: LayoutProps) => preact.JSX.Element> = {
  lines: Lines,
  compass: props => <Compass {...props} />,
  tiles: props => <Lines {...props} asTiles />,
  dimensions: props => <Lines {...props}><Bars {...props} /></Lines>,
  angles: props => <Lines {...props}><Bars {...props} /><EffortAndOutcome {...props} /></Lines>,
};

/** A scorecard, laid out as its kind says. */
export function ScorecardBody(props: LayoutProps) {
  const Layout = layouts[props.kind.layout] ?? Lines;
  return <Layout {...props} />;
}
