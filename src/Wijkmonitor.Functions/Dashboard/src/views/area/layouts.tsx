import type { ScorecardLayout } from "../../api/types";
import { Bars } from "./bars";
import { Compass } from "./compass";
import { EffortAndOutcome } from "./effort";
import type { LayoutProps } from "./figures";
import { Lines } from "./scorecard";

// The layouts that a kind can choose from (docs/api.md); it names one, and none is for one kind alone.
const layouts: Record<ScorecardLayout, (props: LayoutProps) => preact.JSX.Element> = {
  lines: props => <Lines {...props} />,
  compass: props => <Compass {...props} />,
  tiles: props => <Lines {...props} asTiles />,
  dimensions: props => <Lines {...props}><Bars {...props} /></Lines>,
  angles: props => <Lines {...props}><Bars {...props} /><EffortAndOutcome {...props} /></Lines>,
};

/** A scorecard, laid out as its kind says. */
export function ScorecardBody(props: LayoutProps) {
  const Layout = layouts[props.kind.layout] ?? layouts.lines;
  return <Layout {...props} />;
}
