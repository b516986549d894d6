import type { ScorecardLine } from "../../api/types";
import { formatQuantity, formatRange } from "../../text/format";
import { localize, say } from "../../text/language";
import { getLineStateName } from "../../text/terms";

/** The value of a line in words: a number, a range, PM (it exists but is unknown), an outcome that is no number, or the reason why there is none. */
export const formatLineValue = (line: ScorecardLine, decimals: number | undefined): string => {
  const figure = line.range ? formatRange(line.range.low, line.range.high, line.unit, decimals)
    : line.value !== undefined ? formatQuantity(line.value, line.unit, decimals)
    : line.isProMemorie ? say("nog niet bekend (PM)", "not known yet (PM)")
    : undefined;
  const outcome = line.outcome && localize(line.outcome.name);
  return figure !== undefined && outcome !== undefined ? `${figure} (${outcome})` : figure ?? outcome ?? getLineStateName(line);
};
