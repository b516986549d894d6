import { Bars } from "./bars";
import { CityComparison } from "./city-comparison";
import { EffortAndOutcome } from "./effort";
import type { LayoutProps } from "./figures";
import { Lines } from "./scorecard";

// The layouts that a kind can choose from (docs/api.md). None belongs to a single kind.
const layouts: Record<string, (props: LayoutProps) => preact.JSX.Element> = {
  lines: Lines,
  compass: CityComparison,
  tiles: props => <Lines {...props} isTiles />,
  dimensions: props => <Lines {...props}><Bars {...props} /></Lines>,
  angles: props => <Lines {...props}><Bars {...props} /><EffortAndOutcome {...props} /></Lines>,
};

/** A scorecard in the layout of its kind. */
export function ScorecardBody(props: LayoutProps) {
  const Layout = layouts[props.kind.layout] ?? Lines;
  return <Layout {...props} />;
}
