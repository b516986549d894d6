import type { ScorecardLine } from "../../api/types";
import { quantity, span } from "../../text/format";
import { say } from "../../text/language";
import { lineStateName } from "../../text/terms";

/** The value of a line in words: a number, a range, that it exists and is not known (PM), or why there is none. */
export const valueOf = (line: ScorecardLine, decimals: number | undefined): string =>
  line.range ? span(line.range.low, line.range.high, line.unit, decimals)
  : line.value !== undefined ? quantity(line.value, line.unit, decimals)
  : line.isProMemorie ? say("PM (bedrag of aantal onbekend)", "PM (amount or number unknown)")
  : lineStateName(line);
