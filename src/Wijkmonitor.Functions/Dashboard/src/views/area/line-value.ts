import type { ScorecardLine } from "../../api/types";
import { formatQuantity, formatRange } from "../../text/format";
import { say } from "../../text/language";
import { getLineStateName } from "../../text/terms";

/** The value of a line in words: a number, a range, PM (it exists but is unknown), or the reason why there is none. */
export const formatLineValue = (line: ScorecardLine, decimals: number | undefined): string =>
  line.range ? formatRange(line.range.low, line.range.high, line.unit, decimals)
  : line.value !== undefined ? formatQuantity(line.value, line.unit, decimals)
  : line.isProMemorie ? say("nog niet bekend (PM)", "not known yet (PM)")
  : getLineStateName(line);
